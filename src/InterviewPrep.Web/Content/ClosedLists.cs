namespace InterviewPrep.Web.Content;

/// <summary>主题 that a question may name.</summary>
public static class Themes
{
    public static readonly IReadOnlyList<string> All =
    [
        "政务服务", "基层治理", "基层减负", "乡村振兴", "营商环境", "城市管理", "新就业群体", "数字与人工智能", "医疗卫生", "教育", "一老一小",
        "文化旅游", "生态环境", "公共安全", "消费维权", "移风易俗", "法治", "住房社区", "就业社保", "交通出行", "作风与担当", "职业成长",
    ];
}

/// <summary>Forms that questions of some types take.</summary>
public static class Forms
{
    private static readonly Dictionary<string, string[]> ByType = new()
    {
        ["analysis"] = ["现象", "政策", "观点", "金句", "漫画", "寓言", "数据", "人物", "讲话", "两难", "归纳"],
        ["planning"] = ["调研", "宣传", "培训", "比赛", "接待", "整治", "会务", "统筹", "活动", "演练", "招聘", "展览"],
    };

    /// <summary>The forms of a type; none for most types.</summary>
    public static IReadOnlyList<string> Of(string type) => ByType.GetValueOrDefault(type, []);
}

/// <summary>Exams that use interview questions.</summary>
public static class Exams
{
    public static readonly IReadOnlyList<string> All = ["国考", "省考", "事业单位", "选调", "三支一扶", "社区", "教师", "医护"];
}

/// <summary>The voices in which model answers are written, by id.</summary>
public static class Voices
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["brisk"] = "利落",
        ["warm"] = "温厚",
        ["orderly"] = "条理",
        ["plain"] = "朴实",
        ["reflective"] = "沉着",
        ["experienced"] = "老练",
        ["earnest"] = "恳切",
        ["analytic"] = "缜密",
    };

    public static IReadOnlyCollection<string> All => Names.Keys;

    public static string Name(string id) => Names.GetValueOrDefault(id, id);
}

/// <summary>情境 in which the wording of a card is said.</summary>
public static class Situations
{
    public static readonly IReadOnlyList<string> All =
        ["当面接访", "窗口服务", "电话热线", "网络留言", "群众聚集", "入户走访", "现场处置", "会议协商", "对外发布", "内部整改"];
}
