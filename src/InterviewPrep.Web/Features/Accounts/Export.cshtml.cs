using System.Globalization;
using System.IO.Compression;
using InterviewPrep.Web.Features.Accounts.Audit;
using InterviewPrep.Web.Features.Accounts.SignIn;
using InterviewPrep.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>Everything that the site keeps about the person, in one ZIP.</summary>
[Authorize]
[ConfirmedRecently]
[EnableRateLimiting(RateLimits.ExpensiveReads)]
public sealed class ExportModel(IEnumerable<IPersonalData> kept, AuditLog audit, SiteTime time) : PageModel
{
    private const string ReadMe = """
        # 我的全部数据

        - `account.json`、`账号.md`：账号资料、登录方式、登录记录和操作日志
        - `drafts.json`、`作答/`：每一份作答，连同全部版本和自评
        - `lessons.json`、`课程.md`：学完的课和课后练习

        JSON 供程序读取，Markdown 供人阅读，内容相同。时间在 JSON 里是 UTC。
        """;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var account = User.ImpersonatorOrSelfId()!.Value;
        // Written to a temporary file, because an export may be large.
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await using var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
            var archive = new ExportArchive(zip);
            await archive.AddTextAsync("README.md", ReadMe, ct);
            foreach (var part in kept.AccountLast()) await part.ExportAsync(account, archive, ct);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
        await audit.WriteAsync(AuditEvents.Exported, ct: ct);
        file.Position = 0;
        return File(file, "application/zip", string.Create(CultureInfo.InvariantCulture, $"my-data-{time.Today:yyyyMMdd}.zip"));
    }
}
