using InterviewPrep.Web.Site;

namespace InterviewPrep.Web.Content;

/// <summary>Section <c>Content</c>: where lessons, questions and frames are read from.</summary>
[SettingsSection("Content", 20)]
public sealed class ContentOptions
{
    [Setting("folder of lessons, questions and frames", "内容文件夹：课程、题目、框架")]
    public string Folder { get; set; } = "content";
}
