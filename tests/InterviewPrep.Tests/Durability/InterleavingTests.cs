using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Drafts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewPrep.Tests.Durability;

/// <summary>
/// Two tabs write one draft into the real store, at the same moment where the random order says so. (Two thousand interleavings of the page's
/// own code are tried in the browser tests; here it is the store's turn.)
/// </summary>
public sealed class InterleavingTests(App app) : IClassFixture<App>
{
    private const int Interleavings = 200, Steps = 8;

    private sealed class Tab
    {
        public int Base { get; set; }

        public string Text { get; set; } = "";
    }

    [Fact]
    public async Task No_word_is_overwritten_unseen_whatever_the_order_and_the_answers_lost()
    {
        var random = new Random(6);
        for (var i = 0; i < Interleavings; i++)
        {
            var (key, owner, written) = (DraftKey.New(People.Question), Guid.NewGuid(), 0);
            Tab[] tabs = [new(), new()];
            for (var step = 0; step < Steps; step++)
            {
                app.Clock.Advance(TimeSpan.FromMinutes(random.Next(4)));
                foreach (var tab in tabs.Where(_ => random.Next(3) > 0)) tab.Text += $"第{++written}句。";
                var saving = random.Next(3) switch { 0 => tabs, 1 => [tabs[0]], _ => tabs[1..] };
                await Task.WhenAll(saving.Select(tab => SaveAsync(key, owner, tab, answerIsLost: random.Next(5) == 0, takesTheirs: random.Next(2) == 0)));
            }
            foreach (var tab in tabs) await SaveAsync(key, owner, tab, answerIsLost: false, takesTheirs: false);
            await LookForAsync(key.Id, written, i);
        }
    }

    // As the page does it: a conflict is decided one way or the other, and decided for oneself only on the text that was seen.
    private async Task SaveAsync(DraftKey key, Guid owner, Tab tab, bool answerIsLost, bool takesTheirs)
    {
        if (tab.Text.Length == 0) return;
        await using var scope = app.Services.CreateAsyncScope();
        var saving = scope.ServiceProvider.GetRequiredService<DraftSaving>();
        var result = await saving.SaveAsync(key, owner, new DraftSave(tab.Base, new Dictionary<string, string> { ["attitude"] = tab.Text }), default);
        result.Outcome.Should().BeOneOf(SaveOutcome.Saved, SaveOutcome.Conflict);
        if (answerIsLost) return;
        tab.Base = result.Draft!.Revision;
        if (result.Outcome == SaveOutcome.Conflict && takesTheirs) tab.Text = result.Draft.Text.Of("attitude");
    }

    private async Task LookForAsync(Guid draft, int written, int interleaving)
    {
        var kept = await app.InDbAsync(db => db.DraftVersions.Where(v => v.DraftId == draft).Select(v => v.Text).ToListAsync());
        var all = string.Concat(kept.Select(t => t.Of("attitude")));
        for (var n = 1; n <= written; n++) all.Should().Contain($"第{n}句。", "interleaving {0}", interleaving);
    }
}
