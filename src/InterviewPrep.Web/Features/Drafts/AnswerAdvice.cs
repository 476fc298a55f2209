using System.Text.RegularExpressions;
using InterviewPrep.Web.Content;
using InterviewPrep.Web.Content.Coaching;
using InterviewPrep.Web.Features.Questions;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>Something to look at in an answer as a whole: evidence and advice, never a verdict.</summary>
/// <param name="Quotes">The own sentences that it is about.</param>
public sealed record Advice(string Title, string Says, IReadOnlyList<string> Quotes);

/// <summary>Looks at an answer as a whole: whether it takes up the case, who does what and when, the order, headings, and what the post cannot promise.</summary>
public static partial class AnswerAdvice
{
    // A piece of the prompt with so many characters that stands in hardly any other prompt is a fact of the case.
    private const int FactLength = 3, MostOtherPrompts = 3;

    // So many pieces of the case show that the answer is about it.
    private const int FewestFacts = 2;

    // Advice on details needs an answer; a few words have none.
    private const int FewestZi = 80, FewestHeadings = 3, MostQuotes = 3;

    /// <summary>What is worth saying, most important first.</summary>
    public static IReadOnlyList<Advice> Of(Framework framework, QuestionRevision question, DraftText text, AnswerReading reading, ContentLibrary content)
    {
        var sentences = framework.Stages.SelectMany(s => Sentences.Split(text.Of(s.Id))).ToList();
        Advice?[] all = [Headings(reading), OffCase(question, text, content), BeyondPost(sentences), Order(framework, text, reading), Details(text, sentences, content)];
        return [.. all.OfType<Advice>()];
    }

    private static Advice? Headings(AnswerReading reading)
    {
        var named = reading.All.Where(e => e.State == FindingState.Named && reading.Best(e.Point) == e).ToList();
        return named.Count < FewestHeadings || named.Count <= reading.Points.Count() ? null
            : new Advice("报了名目，还没开始答", $"{named.Count} 个点的名字都念到了，可是没有一句说谁去做、怎么做、什么时候。挑一个，加上这三样。", Quotes(named.Select(e => e.Sentence)));
    }

    private static Advice? OffCase(QuestionRevision question, DraftText text, ContentLibrary content)
    {
        if (text.Zi < FewestZi) return null;
        var own = Pieces(string.Join('\n', text.Values)).ToHashSet();
        var facts = Pieces(question.Prompt).Distinct().Where(p => content.Questions.Count(q => q.Prompt.Contains(p, StringComparison.Ordinal)) <= MostOtherPrompts).ToList();
        return facts.Count(own.Contains) >= FewestFacts || facts.Count < 2 * FewestFacts ? null
            : new Advice("换一道题，也能这么答", "全文几乎没有提到这道题里的人、地方和要求。把题里的事放进来：是谁、在哪里、他要什么。", []);
    }

    private static Advice? BeyondPost(List<string> sentences) => sentences.Where(s => TooMuch().IsMatch(s)).ToList() is { Count: > 0 } much
        ? new Advice("答应了岗位做不到的事", "处分人、罚款、免职、保证永不再犯，多半不是您这个岗位能定的。说成“按规定报上去处理，结果告诉大家”更稳。", Quotes(much)) : null;

    private static Advice? Order(Framework framework, DraftText text, AnswerReading reading)
    {
        if (framework.Stages.Count(s => text.Of(s.Id).Length > 0) < 2) return null;
        var early = reading.All.Where(e => e.Counts && reading.Best(e.Point) == e)
            .Where(e => framework.FindStage(e.Stage)!.Number < framework.FindStage(framework.FindPoint(e.Point)!.Stage)!.Number).ToList();
        return early.Count < 2 ? null
            : new Advice("先后", $"{string.Join('、', early.Select(e => framework.FindPoint(e.Point)!.Name).Take(MostQuotes))}说得早了一步。按先后说，考官更好跟。", Quotes(early.Select(e => e.Sentence)));
    }

    private static Advice? Details(DraftText text, List<string> sentences, ContentLibrary content)
    {
        if (text.Zi < FewestZi) return null;
        var people = content.Coaches.Groups.Where(g => g.Id is "people" or "leader" or "colleague" or "dept").SelectMany(g => g.Words).ToList();
        var places = content.Coaches.Groups.Where(g => g.Id is "scene").SelectMany(g => g.Words).ToList();
        string?[] missing =
        [
            people.Count > 0 && !sentences.Any(s => people.Any(w => s.Contains(w, StringComparison.Ordinal))) ? "找谁" : null,
            !sentences.Any(s => When().IsMatch(s)) ? "什么时候" : null,
            places.Count > 0 && !sentences.Any(s => places.Any(w => s.Contains(w, StringComparison.Ordinal))) ? "在哪里" : null,
            !sentences.Any(s => HowMany().IsMatch(s)) ? "多少" : null,
        ];
        var words = missing.OfType<string>().ToList();
        return words.Count < 2 ? null : new Advice("具体度", $"全文没有说到{string.Join('、', words)}。挑一句补上，这句就和别人不一样。", []);
    }

    private static IReadOnlyList<string> Quotes(IEnumerable<string> sentences) => [.. sentences.Distinct().Take(MostQuotes)];

    private static IEnumerable<string> Pieces(string text)
    {
        for (var i = 0; i + FactLength <= text.Length; i++)
            if (text.AsSpan(i, FactLength) is var piece && !piece.ContainsAnyExceptInRange('\u4e00', '\u9fff')) yield return piece.ToString();
    }

    [GeneratedRegex("我们?(?:就|要|会|将|来|当场|立即|马上|直接)[^，。；不]{0,4}(?:免职|开除|撤职|辞退|拘留|逮捕|罚款)|(?:立即|马上|当场)(?:把[^，。；]{1,8})?(?:免职|开除|撤职|辞退)|保证(?:今后|以后)?(?:永远|绝不|绝对|百分之百|再也不)")]
    private static partial Regex TooMuch();

    [GeneratedRegex("[0-9０-９一二三四五六七八九十两半]+个?(?:工作日|小时|分钟|天|日|周|月|点|星期|礼拜)|今天|今晚|明天|后天|当天|当晚|当场|下周|月底|下班前|第一时间|马上|立即|立刻")]
    private static partial Regex When();

    [GeneratedRegex("[0-9０-９一二三四五六七八九十百千两几]+(?:个|份|户|次|本|张|位|名|家|条|间|块|元|辆|台|栋|页|遍)")]
    private static partial Regex HowMany();
}
