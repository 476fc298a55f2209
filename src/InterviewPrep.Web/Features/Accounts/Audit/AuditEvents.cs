namespace InterviewPrep.Web.Features.Accounts.Audit;

/// <summary>What the audit log tells of, with its name for readers. A feature adds its own events here.</summary>
public static class AuditEvents
{
    public const string
        SignedIn = "SignedIn", SignInFailed = "SignInFailed", SignInThrottled = "SignInThrottled", SignInRefused = "SignInRefused",
        SignedOut = "SignedOut", SessionsEnded = "SessionsEnded",
        Registered = "Registered", AccountMade = "AccountMade", AdministratorMade = "AdministratorMade", AccountDeleted = "AccountDeleted",
        PasswordChanged = "PasswordChanged", PasswordIssued = "PasswordIssued", PasswordRecovered = "PasswordRecovered", RecoveryCodesMade = "RecoveryCodesMade", PasskeyAdded = "PasskeyAdded", PasskeyRemoved = "PasskeyRemoved",
        ExternalLoginAdded = "ExternalLoginAdded", ExternalLoginRemoved = "ExternalLoginRemoved",
        RolesChanged = "RolesChanged", Locked = "Locked", Unlocked = "Unlocked",
        RulesChanged = "RulesChanged", InvitationMade = "InvitationMade", InvitationClosed = "InvitationClosed",
        ImpersonationStarted = "ImpersonationStarted", ImpersonatedPageViewed = "ImpersonatedPageViewed", ImpersonationStopped = "ImpersonationStopped",
        Exported = "Exported", Refused = "Refused", Released = "Released", ReleaseTakenBack = "ReleaseTakenBack";

    public static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>
    {
        [SignedIn] = "登录",
        [SignInFailed] = "登录失败",
        [SignInThrottled] = "登录被限速",
        [SignInRefused] = "登录被拒（已停用或密码过期）",
        [SignedOut] = "退出",
        [SessionsEnded] = "结束会话",
        [Registered] = "注册",
        [AccountMade] = "开设账号",
        [AdministratorMade] = "设立管理员",
        [AccountDeleted] = "删除账号",
        [PasswordChanged] = "修改密码",
        [PasswordIssued] = "重置密码",
        [PasswordRecovered] = "用恢复码重设密码",
        [RecoveryCodesMade] = "生成恢复码",
        [PasskeyAdded] = "添加通行密钥",
        [PasskeyRemoved] = "删除通行密钥",
        [ExternalLoginAdded] = "绑定外部登录",
        [ExternalLoginRemoved] = "解除外部登录",
        [RolesChanged] = "修改角色",
        [Locked] = "停用账号",
        [Unlocked] = "启用账号",
        [RulesChanged] = "修改设置",
        [InvitationMade] = "新建邀请码",
        [InvitationClosed] = "关闭邀请码",
        [ImpersonationStarted] = "以学员身份查看",
        [ImpersonatedPageViewed] = "以学员身份打开页面",
        [ImpersonationStopped] = "结束以学员身份查看",
        [Exported] = "导出数据",
        [Refused] = "越权访问被拒",
        [Released] = "发布批改",
        [ReleaseTakenBack] = "收回批改",
    };

    public static string Name(string what) => Names.GetValueOrDefault(what, what);
}
