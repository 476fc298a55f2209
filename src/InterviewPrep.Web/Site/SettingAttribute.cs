namespace InterviewPrep.Web.Site;

/// <summary>Says which section of the settings a class holds; with <see cref="SettingAttribute"/> on its properties it is all there is to a setting.</summary>
/// <param name="name">As in configuration, with colons; empty for the top.</param>
/// <param name="order">Place in the lists.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SettingsSectionAttribute(string name, int order) : Attribute
{
    public string Name => name;

    public int Order => order;
}

/// <summary>Describes a setting. <c>--help</c>, the README and the manual carry these words; a test compares them.</summary>
/// <param name="english">What it is for, and what is allowed.</param>
/// <param name="chinese">The same, in the words of the manual.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SettingAttribute(string english, string chinese) : Attribute
{
    public string English => english;

    public string Chinese => chinese;
}
