using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>A version in the list of all.</summary>
/// <param name="Title">第 3 版, or what the other text of a conflict is called.</param>
/// <param name="BeforeId">What it is compared with: the version before; for the other text of a conflict, the present one. Null for the first.</param>
/// <param name="IsCurrent">True for the newest that was acknowledged: the draft as it stands.</param>
public sealed record VersionRow(int Id, int Revision, bool IsAside, string Name, DateTimeOffset SavedAt, int Zi, string Title, int? BeforeId, bool IsCurrent)
{
    public string Called => Name.Length > 0 ? $"{Title}「{Name}」" : Title;
}

/// <summary>A version that is shown, with its text.</summary>
/// <param name="Change">How it came from the one before, in a line.</param>
public sealed record ShownVersion(VersionRow Row, DraftText Text, string Change);

/// <summary>Two versions side by side.</summary>
public sealed record ComparedVersions(VersionRow From, DraftText FromText, VersionRow To, DraftText ToText, string Change);

/// <summary>Reads the versions of a draft: the list without the texts, and the texts of those that are shown.</summary>
public sealed class DraftTimeline(AppDb db, VersionChanges changes)
{
    /// <summary>All versions, newest first.</summary>
    public async Task<IReadOnlyList<VersionRow>> RowsAsync(Guid draft, CancellationToken ct)
    {
        var stored = await db.DraftVersions.Where(v => v.DraftId == draft).OrderBy(v => v.Id)
            .Select(v => new VersionRow(v.Id, v.Revision, v.IsAside, v.Name, v.SavedAt, v.Zi, "", null, false)).ToListAsync(ct);
        var (number, before, current) = (0, (int?)null, stored.LastOrDefault(v => !v.IsAside)?.Id);
        var rows = new List<VersionRow>();
        foreach (var row in stored)
        {
            rows.Add(row.IsAside ? row with { Title = "冲突时的另一份", BeforeId = current } : row with { Title = $"第 {++number} 版", BeforeId = before, IsCurrent = row.Id == current });
            if (!row.IsAside) before = row.Id;
        }
        rows.Reverse();
        return rows;
    }

    /// <summary>The versions of one page with their texts and what changed in each. Stops between two of them where nobody waits any more.</summary>
    public async Task<IReadOnlyList<ShownVersion>> ShownAsync(Framework framework, IReadOnlyList<VersionRow> all, IReadOnlyList<VersionRow> page, CancellationToken ct)
    {
        var texts = await TextsAsync([.. page.Select(r => r.Id), .. page.Select(r => r.BeforeId).OfType<int>()], ct);
        var shown = new List<ShownVersion>();
        foreach (var row in page.Where(r => texts.ContainsKey(r.Id)))
        {
            ct.ThrowIfCancellationRequested();
            var change = row.BeforeId is { } id && texts.TryGetValue(id, out var before) ? Describe(framework, row, texts[row.Id], all.First(r => r.Id == id), before) : "第一版";
            shown.Add(new ShownVersion(row, texts[row.Id], change));
        }
        return shown;
    }

    public async Task<ComparedVersions?> CompareAsync(Framework framework, VersionRow? from, VersionRow? to, CancellationToken ct)
    {
        if (from is null || to is null || from == to) return null;
        var texts = await TextsAsync([from.Id, to.Id], ct);
        return texts.TryGetValue(from.Id, out var first) && texts.TryGetValue(to.Id, out var second)
            ? new ComparedVersions(from, first, to, second, Line(framework, from, first, to, second)) : null;
    }

    private async Task<Dictionary<int, DraftText>> TextsAsync(IReadOnlyCollection<int> ids, CancellationToken ct) =>
        await db.DraftVersions.Where(v => ids.Contains(v.Id)).Select(v => new { v.Id, v.Text }).ToDictionaryAsync(v => v.Id, v => v.Text, ct);

    private string Describe(Framework framework, VersionRow row, DraftText text, VersionRow other, DraftText otherText) =>
        row.IsAside ? "和现在比：" + Line(framework, row, text, other, otherText) : Line(framework, other, otherText, row, text);

    private string Line(Framework framework, VersionRow before, DraftText beforeText, VersionRow after, DraftText afterText) =>
        changes.Describe(framework, new(before.Id, before.Revision), beforeText, new(after.Id, after.Revision), afterText);
}
