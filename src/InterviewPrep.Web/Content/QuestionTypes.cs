namespace InterviewPrep.Web.Content;

/// <summary>The question types (题型), by folder name, in the order in which they are listed.</summary>
public static class QuestionTypes
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["public-doubt"] = "质疑舆情",
        ["complaint"] = "投诉窗口",
        ["conflict"] = "矛盾化解",
        ["emergency"] = "突发处置",
        ["analysis"] = "综合分析",
        ["planning"] = "计划组织",
        ["interpersonal"] = "人际关系",
        ["self"] = "自我认知",
        ["roleplay"] = "情景模拟",
        ["professional"] = "专业题",
    };

    public static IReadOnlyCollection<string> All => Names.Keys;

    public static bool Knows(string type) => Names.ContainsKey(type);

    /// <summary>The Chinese name; the id itself where it is unknown.</summary>
    public static string Name(string type) => Names.GetValueOrDefault(type, type);
}

/// <summary>测评要素 that a question may name. Source: the eight standard elements and 专业能力.</summary>
public static class Elements
{
    public static readonly IReadOnlyList<string> All =
        ["综合分析", "言语表达", "应变", "计划组织协调", "人际交往", "自我情绪控制", "求职动机与匹配", "举止仪表", "专业能力"];
}

/// <summary>Kinds of fault that a weak answer marks.</summary>
public static class Faults
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["fault.assume"] = "未查先定",
        ["fault.order"] = "先后颠倒",
        ["fault.promise"] = "空头承诺",
        ["fault.branch"] = "只说一种情况",
        ["fault.template"] = "套话空话",
        ["fault.evade"] = "推诿回避",
        ["fault.opening"] = "开头过长",
        ["fault.unworkable"] = "做法不可行",
        ["fault.standpoint"] = "站错立场",
        ["fault.missing"] = "该说未说",
    };

    public static bool Knows(string id) => Names.ContainsKey(id);

    public static string Name(string id) => Names.GetValueOrDefault(id, id);
}
