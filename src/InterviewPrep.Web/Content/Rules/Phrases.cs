using System.Text.RegularExpressions;

namespace InterviewPrep.Web.Content.Rules;

/// <summary>Patterns of wording that rules and table look for; one place, so that both count the same.</summary>
internal static partial class Phrases
{
    /// <summary>The speaker.</summary>
    [GeneratedRegex("我")]
    public static partial Regex Speaker();

    /// <summary>The idea of serving: whom one serves, or what the service rests on.</summary>
    [GeneratedRegex("群众|居民|村民|市民|百姓|乡亲|家长|业主|住户|商户|商家|乘客|患者|病人|老人|职工|工人|读者|游客|学生|孩子|大家|服务|信任|信得过|公信|放心|监督|参与|改进|渠道|意见|诉求|便民|为民|公平")]
    public static partial Regex Serving();

    /// <summary>A branch that opens where the complaint proves true.</summary>
    [GeneratedRegex($"{Begins}[^。！？；\\n]{{0,{Reach}}}?((?<!不)属实|查实|确有其事|坐实)|{If}[^。！？；\\n]{{0,{Reach}}}?(确实|确有|果真|真有|真是|成立)")]
    public static partial Regex TrueBranch();

    /// <summary>A branch that opens where it proves a misunderstanding.</summary>
    [GeneratedRegex($"{Begins}[^。！？；\\n]{{0,{Reach}}}?(误解|误会|误读|误传|误认|误以为|不属实|不实|不符)|{If}[^。！？；\\n]{{0,{Reach}}}?(不成立|看错|记错|听岔)")]
    public static partial Regex MistakenBranch();

    /// <summary>A branch that opens where it proves an old problem.</summary>
    [GeneratedRegex($"{Begins}[^。！？；\\n]{{0,{Reach}}}?(历史遗留|遗留|老问题|老习惯|陈年|旧账|老账)|{If}[^。！？；\\n]{{0,{Reach}}}?(早年|多年|当年|老规矩)")]
    public static partial Regex OldBranch();

    /// <summary>Words that number or order what follows.</summary>
    [GeneratedRegex("一是[^？]*?二是|其一[^？]*?其二|第一[，、步件条项]?[^？]*?第二|首先[^？]*?(其次|再次|最后|然后)|一方面[^？]*?另一方面|先[^？]*?(随后|接着|然后|最后)|一种[^？]*?另一种|一头[^？]*?另一头|一路[^？]*?(另一路|一路)|[三两四][件点步样条层路]")]
    public static partial Regex Signpost();

    /// <summary>要是 as <em>if</em>.</summary>
    [GeneratedRegex("(?<![主只需重不凡都必想])要是")]
    public static partial Regex Suppose();

    /// <summary>先…再 within a sentence.</summary>
    [GeneratedRegex("(?<![首优事预原率领争])先(?![生锋进后])[^。！？；\\n]{1,24}?再(?!次|说|生)")]
    public static partial Regex FirstThen();

    /// <summary>Props that many answers reach for.</summary>
    [GeneratedRegex("(?<![补体津粘剪])贴(?![心近合切补])|念给|坐下|一张纸")]
    public static partial Regex Props();

    /// <summary>Dialect that no candidate says before a panel; what only looks like it is left out.</summary>
    [GeneratedRegex("末了|(?<![街老石码木里外东西村巷桥箭源口手车船镇念开回])头一|往后(?![退站挪撤靠推移排放拖翻接合对])|拧着|顺嘴|捎带|(?<![完形促达组养])成心|压根|(?<![耽])搁(?![置浅])|为啥|咋(?![舌呼])")]
    public static partial Regex Dialect();

    /// <summary>The other side's lines or reported lines in role play.</summary>
    [GeneratedRegex("(?<=[。！？，；“\\n]|^)(哦|噢|喔|啊)，|(?<=[。！？；“\\n]|^)您(是)?(说|问)(?!的|过|得|清|明|完|一声|一说|一下|到|出)[^。！]{0,40}？|(?<=[。！？；“\\n]|^)(您|你)(刚才|刚刚)?(说|问)(是|什么|啥)")]
    public static partial Regex OtherSide();

    /// <summary>Where a sentence begins, and where it begins with a condition; how far into it the ear still takes a word as its opening.</summary>
    private const string Begins = "(?<=[。！？；\\n]|^)", If = Begins + "[^，。！？；\\n]{0,8}(?:如果|若|假如|倘若|一旦|要是|万一|查明|查出|查下来)", Reach = "24";
}
