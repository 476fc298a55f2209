using System.Globalization;
using System.Reflection;
using InterviewPrep.Web.Site;

namespace InterviewPrep.Web.Host.Settings;

/// <summary>One setting, as its class describes it.</summary>
/// <param name="Key">As in configuration, with colons.</param>
/// <param name="Type">String, bool or int.</param>
/// <param name="Default">As it would be written; empty for none.</param>
public sealed record Setting(string Key, Type Type, string Default, string English, string Chinese)
{
    /// <summary>Families of the platform's own settings, which go deeper than what is listed here.</summary>
    public static readonly string[] OpenFamilies = ["Logging", "Kestrel"];

    /// <summary>Every setting of the program, in the order of the lists.</summary>
    public static IReadOnlyList<Setting> All { get; } =
        [.. from type in typeof(Setting).Assembly.GetTypes()
            let section = type.GetCustomAttribute<SettingsSectionAttribute>()
            where section is not null
            orderby section.Order
            let defaults = Activator.CreateInstance(type)
            from property in type.GetProperties()
            let words = property.GetCustomAttribute<SettingAttribute>()
            where words is not null
            select new Setting(Join(section.Name, property.Name), property.PropertyType, Write(property.GetValue(defaults)), words.English, words.Chinese)];

    /// <summary>As it is written in the environment, on the command line and in the lists: <c>Data__Folder</c>.</summary>
    public string Name => NameOf(Key);

    public static string NameOf(string key) => key.Replace(":", "__", StringComparison.Ordinal);

    /// <summary>Whether a key belongs to one of the platform's families.</summary>
    public static bool IsOpen(string key) => OpenFamilies.Any(f => key.StartsWith(f + ":", StringComparison.OrdinalIgnoreCase));

    private static string Join(string section, string property) => section.Length == 0 ? property : $"{section}:{property}";

    private static string Write(object? value) => value is bool truth ? (truth ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
