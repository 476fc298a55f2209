using System.Globalization;
using InterviewPrep.Web.Content;

namespace InterviewPrep.Web.Features.Paper.Exams;

/// <summary>A column of the 评分表.</summary>
/// <param name="Watch">观察要点.</param>
/// <param name="Weight">分值.</param>
public sealed record ElementColumn(string Name, string Watch, int Weight)
{
    /// <summary>Where 好 and 中 begin, of the weight. Source: on ten points 8–10, 4–7, 0–3.</summary>
    private const double Good = .8, Fair = .4;

    private int GoodFrom => (int)Math.Round(Weight * Good);

    private int FairFrom => (int)Math.Round(Weight * Fair);

    public string GoodRange => $"{GoodFrom}–{Weight}";

    public string FairRange => $"{FairFrom}–{Math.Max(FairFrom, GoodFrom - 1)}";

    public string PoorRange => $"0–{Math.Max(0, FairFrom - 1)}";
}

/// <summary>What is chosen for the panel's paper. The defaults are usual, not official; every figure can be changed.</summary>
/// <param name="Document">Which paper; see <see cref="Documents"/>.</param>
/// <param name="Reminder">Minutes left at which the timer reminds.</param>
/// <param name="Drops">True where the highest and the lowest total are dropped.</param>
public sealed record PanelChoices(string Document, int Examiners, int Candidates, int Reminder, bool Drops, IReadOnlyList<int> Weights)
{
    public const string Score = "score", Summary = "summary", Time = "time", CandidateNumbers = "lots", Book = "book", Notice = "notice", All = "all";

    public const int FewestExaminers = 3, MostExaminers = 11, MostCandidates = 60, UsualExaminers = 7, UsualCandidates = 10;

    public static readonly IReadOnlyList<(string Id, string Name)> Documents =
        [(Score, "评分表"), (Summary, "成绩汇总表"), (Time, "计时表"), (CandidateNumbers, "抽签签条"), (Book, "题本"), (Notice, "考场须知"), (All, "整套")];

    /// <summary>The eight usual elements and 专业能力, which has no weight unless somebody gives it one.</summary>
    private static readonly IReadOnlyDictionary<string, (string Watch, int Weight)> Usual = new Dictionary<string, (string, int)>
    {
        ["综合分析"] = ("抓住实质，看法有依据，讲得有条理", 20),
        ["言语表达"] = ("说得清楚流畅，用词准确，语速合适", 15),
        ["应变"] = ("反应快，情绪稳，办法可行", 15),
        ["计划组织协调"] = ("目的明确，分工有序，有预案", 15),
        ["人际交往"] = ("主动合作，换位思考，有分寸", 10),
        ["自我情绪控制"] = ("有压力时冷静，不急不躁", 10),
        ["求职动机与匹配"] = ("动机踏实，了解岗位，能胜任", 10),
        ["举止仪表"] = ("穿着得体，举止自然，有礼貌", 5),
        ["专业能力"] = ("知识准确，能用到岗位上", 0),
    };

    /// <summary>Every element with its weight, for the form.</summary>
    public IEnumerable<ElementColumn> AllColumns => Elements.All.Select((e, i) => new ElementColumn(e, Usual.GetValueOrDefault(e).Watch ?? "", Weights[i]));

    /// <summary>The elements that count.</summary>
    public IReadOnlyList<ElementColumn> Columns => [.. AllColumns.Where(c => c.Weight > 0)];

    public int Total => Weights.Sum();

    public bool Has(string document) => Document == document || Document == All;

    public static PanelChoices From(IQueryCollection query)
    {
        int Number(string key, int usual, int least, int most) => int.TryParse(query[key], CultureInfo.InvariantCulture, out var n) ? Math.Clamp(n, least, most) : usual;
        var given = query["w"];
        var weights = Elements.All.Select((e, i) =>
            i < given.Count && int.TryParse(given[i], CultureInfo.InvariantCulture, out var w) ? Math.Clamp(w, 0, 100) : Usual.GetValueOrDefault(e).Weight).ToList();
        if (weights.TrueForAll(w => w == 0)) weights = [.. Elements.All.Select(e => Usual.GetValueOrDefault(e).Weight)];
        var document = Documents.Any(d => d.Id == query["doc"]) ? query["doc"].ToString() : Score;
        return new PanelChoices(document, Number("examiners", UsualExaminers, FewestExaminers, MostExaminers),
            Number("candidates", UsualCandidates, 1, MostCandidates), Number("remind", 2, 1, 5), query["drop"] != "none", weights);
    }
}
