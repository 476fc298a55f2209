using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Features.Accounts.SignIn.Throttle;
using InterviewPrep.Web.Site;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Classes;

/// <summary>Finds classes by their codes, typed or out of a link; wrong codes are counted, so that they cannot be tried for long.</summary>
public sealed class ClassCodes(AppDb db, CodeThrottle throttle, IHttpContextAccessor accessor)
{
    /// <param name="Problem">What to tell the person where there is no class; null without a problem.</param>
    /// <param name="Status">Status of the answer where there is a problem.</param>
    public sealed record Result(Guid? ClassId, string? Problem, int Status);

    /// <param name="code">In its normal form.</param>
    public async Task<Result> FindAsync(string code, CancellationToken ct)
    {
        var context = accessor.HttpContext!;
        var (address, account) = (ClientAddress.Network(context), context.User.ImpersonatorOrSelfId());
        if (throttle.Wait(address, account) is { Ticks: > 0 } wait) return TooMany(wait);
        if (await db.Classes.Where(c => c.JoinCode == code).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(ct) is { } found) return new(found, null, StatusCodes.Status200OK);
        if (throttle.Failed(address, account) is { Ticks: > 0 } after) return TooMany(after);
        return new(null, "没有这个班级码。请核对一下：里面没有 0、1、I、L、O。", StatusCodes.Status404NotFound);
    }

    private static Result TooMany(TimeSpan wait) => new(null, $"试得太多了，请 {TryWait.Say(wait)}后再试。", StatusCodes.Status429TooManyRequests);
}
