using System.Globalization;
using InterviewPrep.Web.Content;

namespace InterviewPrep.Web.Features.Exams;

/// <summary>What is said in a sitting, on screen and aloud.</summary>
public static class SittingWords
{
    private static readonly string[] Digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

    /// <summary>Minutes and seconds, as on a clock.</summary>
    public static string Face(TimeSpan span)
    {
        var seconds = Math.Max(0, (long)Math.Round(span.TotalSeconds));
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");
    }

    /// <summary>Minutes and seconds in words.</summary>
    public static string Say(TimeSpan span)
    {
        var seconds = Math.Max(0, (long)Math.Round(span.TotalSeconds));
        return (seconds / 60, seconds % 60) switch
        {
            (0, var s) => $"{s} 秒",
            (var m, 0) => $"{m} 分",
            var (m, s) => $"{m} 分 {s} 秒",
        };
    }

    public static string Name(SittingPhase phase) => phase switch
    {
        SittingPhase.Drawn => "抽签",
        SittingPhase.Reading => "备考",
        SittingPhase.Entering => "进场",
        SittingPhase.Looking => "看题",
        SittingPhase.Thinking => "思考",
        SittingPhase.Answering => "作答",
        SittingPhase.Between => "两题之间",
        _ => "考完了",
    };

    /// <summary>第一题, as it is spoken.</summary>
    public static string Ordinal(int question) => $"第{(question < Digits.Length ? Digits[question] : question.ToString(CultureInfo.InvariantCulture))}题";

    /// <summary>The room in a sentence.</summary>
    public static string Describe(SittingRules rules) =>
        (rules.Reading > 0 ? $"先读 {rules.Reading} 分钟，" : "")
        + (rules.SharesClock ? $"{rules.Questions} 题共用 {rules.Minutes} 分钟" : $"{rules.Questions} 题，每题作答 {Say(TimeSpan.FromSeconds(rules.Answering))}，到时即止")
        + (rules.IsHeard ? "，听题作答" : "，看题作答")
        + (rules is { SharesClock: true, Reminder: > 0 } ? $"，还剩 {rules.Reminder} 分钟时提醒" : "");

    /// <summary>What the examiner says when the candidate comes in.</summary>
    public static string Enter(ExamSitting sitting, RoomLayout? layout)
    {
        var rules = sitting.Rules;
        var rest = layout is null
            ? $"今天的面试共{rules.Questions}道题，时间{rules.Minutes}分钟，思考和作答都算在内。作答时请不要说出姓名、毕业院校、家乡和工作单位。"
            : Room(layout, rules).Say(layout.Says.Enter);
        return $"{sitting.Number} 号考生。{rest}";
    }

    /// <summary>What the examiner says before a question; empty where nothing is said.</summary>
    public static string Before(int question, RoomLayout? layout, SittingRules rules)
    {
        if (rules.IsHeard) return $"请听{Ordinal(question)}。";
        if (layout is null) return question == 1 ? "考生请答题，现在开始计时。" : "";
        return Room(layout, rules).Say(question == 1 ? layout.Says.Start : layout.Says.Next);
    }

    /// <summary>What the timekeeper says when little time is left.</summary>
    public static string Remind(RoomLayout? layout, SittingRules rules) =>
        layout is { Says.Remind.Length: > 0 } ? Room(layout, rules).Say(layout.Says.Remind, rules.Reminder) : $"还剩{rules.Reminder}分钟，请考生掌握时间。";

    /// <summary>What the timekeeper says at the end.</summary>
    public static string Stop(RoomLayout? layout) => layout?.Says.Stop is { Length: > 0 } stop ? stop : "时间到，请停止作答。";

    // The examiner says the numbers that the candidate has set.
    private static RoomLayout Room(RoomLayout layout, SittingRules rules) => layout with { Questions = rules.Questions, Minutes = rules.Minutes, Reading = rules.Reading };
}
