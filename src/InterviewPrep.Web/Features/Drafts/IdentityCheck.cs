using System.Text.RegularExpressions;
using InterviewPrep.Web.Text;

namespace InterviewPrep.Web.Features.Drafts;

/// <summary>Words in an answer that tell who the person is: in the examination that voids it.</summary>
/// <param name="Instead">What one can say instead.</param>
public sealed record IdentityHit(string Stage, int Start, int Length, string Words, string Instead);

/// <summary>
/// Looks for the own name, school, unit and home town in an answer: as the profile has them, and by the words that introduce them. It warns;
/// the person decides.
/// </summary>
public static partial class IdentityCheck
{
    private const string NoName = "我是某某号考生（或者不报）", NoSchool = "去掉学校，直接说怎么做", NoUnit = "“我做过基层的事”，不说在哪里", NoTown = "去掉地方，说“当地”";

    // A shorter name would be found in words that have nothing to do with it.
    private const int ShortestOwnWord = 2;

    private static readonly (Regex Pattern, string Instead)[] Introductions =
        [(Name(), NoName), (Town(), NoTown), (School(), NoSchool), (SchoolBefore(), NoSchool), (Unit(), NoUnit)];

    /// <summary>All places, in order.</summary>
    /// <param name="own">Words of the profile with what to say instead.</param>
    /// <param name="prompt">What the question says itself tells nothing of the person.</param>
    public static IReadOnlyList<IdentityHit> Find(DraftText text, IReadOnlyList<(string Word, string Instead)> own, string prompt) =>
        [.. text.SelectMany(stage => InStage(stage.Key, stage.Value, own, prompt))];

    /// <summary>The words of a profile.</summary>
    public static IReadOnlyList<(string Word, string Instead)> OfProfile(string name, string school, string unit = "", string homeTown = "") => [(name, NoName), (school, NoSchool), (unit, NoUnit), (homeTown, NoTown)];

    private static List<IdentityHit> InStage(string stage, string text, IReadOnlyList<(string Word, string Instead)> own, string prompt)
    {
        var found = new List<IdentityHit>();
        void Add(int start, int length, string instead)
        {
            if (found.Any(h => start < h.Start + h.Length && h.Start < start + length)) return;
            found.Add(new IdentityHit(stage, start, length, text.Substring(start, length), instead));
        }
        foreach (var (pattern, instead) in Introductions)
        {
            foreach (Match match in pattern.Matches(text))
                if (match.Groups["who"] is var who && !prompt.Contains(who.Value, StringComparison.Ordinal)) Add(match.Index, match.Length, instead);
        }
        var folded = SpeechText.Fold(text);
        foreach (var (word, instead) in own.Where(o => o.Word.Length >= ShortestOwnWord && !prompt.Contains(o.Word, StringComparison.Ordinal)))
        {
            var sought = SpeechText.Fold(word);
            for (var at = folded.IndexOf(sought, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(sought, at + 1, StringComparison.Ordinal)) Add(at, sought.Length, instead);
        }
        return [.. found.OrderBy(h => h.Start)];
    }

    // 我叫上同事 and 我叫停施工 call somebody or something; a name is followed by a pause.
    [GeneratedRegex(@"(?:我叫|我的名字[叫是]|本人姓名?|我姓)(?<who>(?![上人他她它停来了到同大物师保各几两些一不])[\p{IsCJKUnifiedIdeographs}·]{1,4})(?=[，。,.！!；;、\s]|$)")]
    private static partial Regex Name();

    [GeneratedRegex(@"我来自(?<who>[^，。,.！!？?；;、\s]{2,15})|我?的?(?:老家|家乡)[是在](?<who>[^，。,.！!？?；;、\s]{2,12})|我是(?<who>(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)[^，。,.！!？?；;\s]{0,6}人)")]
    private static partial Regex Town();

    [GeneratedRegex(@"我?(?:是)?毕业于(?<who>[^，。,.！!？?；;、\s]{2,20})")]
    private static partial Regex School();

    [GeneratedRegex(@"我[是从在]?(?<who>[^，。,.！!？?；;、\s我]{2,12}(?:大学|学院|学校|师范))(?:毕业|读书|上学|的(?:应届)?(?:毕业生|学生))")]
    private static partial Regex SchoolBefore();

    [GeneratedRegex(@"我[^，。,.！!？?；;、\s]{0,4}在(?<who>(?!一[家个所]|乡镇|基层|社区|单位|窗口)[^，。,.！!？?；;、\s]{2,14}?)(?:做过|当过|干过|工作过|实习过|任过职|挂过职)[^，。,.！!？?；;、\s]{0,8}")]
    private static partial Regex Unit();
}
