using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Accounts.SignIn.Recovery;
using InterviewPrep.Web.Features.Accounts.SignIn.Sessions;
using Microsoft.EntityFrameworkCore;

// A part of the store: the tables of this room.
namespace InterviewPrep.Web.Data;

public abstract partial class AppDb
{
    public DbSet<AccountSession> AccountSessions => Set<AccountSession>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<KnownVisitor> KnownVisitors => Set<KnownVisitor>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<SiteRules> SiteRules => Set<SiteRules>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
}
