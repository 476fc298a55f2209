using System.Globalization;
using InterviewPrep.Web.Site;
using Microsoft.Extensions.Configuration.Json;

namespace InterviewPrep.Web.Host.Settings;

/// <summary>A setting or word that does not exist; the program ends as for a wrong word on the command line.</summary>
public sealed class UnknownWordException(string message) : Exception(message);

/// <summary>
/// Looks at the settings before anything reads them, wherever they come from: names that do not exist, and values that the platform would only
/// stumble over later, with a stack trace. What a value means is checked by the class that holds it.
/// </summary>
internal static class SettingsCheck
{
    private static readonly HashSet<string> Known = Setting.All.Select(s => s.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Sections = [.. Setting.All.Where(s => s.Key.Contains(':', StringComparison.Ordinal) && !Setting.IsOpen(s.Key)).Select(s => s.Key.Split(':')[0]).Distinct()];

    /// <exception cref="UnknownWordException">There is no such setting.</exception>
    /// <exception cref="OperatorException">A value cannot be what it says.</exception>
    public static void Run(IConfigurationRoot configuration)
    {
        RefuseUnknown(configuration);
        foreach (var setting in Setting.All)
        {
            if (configuration[setting.Key] is not { } value) continue;
            if (setting.Type == typeof(bool) && !bool.TryParse(value, out _)) Refuse(setting.Key, "true or false", value);
            if (setting.Type == typeof(int) && !int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)) Refuse(setting.Key, "a whole number", value);
        }
        foreach (var url in (configuration["Urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(u => !IsListenable(u)))
            Refuse("Urls", "http or https addresses with a port from 0 to 65535 and without a path, such as http://0.0.0.0:5080", url);
        foreach (var (key, value) in configuration.GetSection("Logging").AsEnumerable().Where(l => l.Value is not null && l.Key.Contains(":LogLevel:", StringComparison.OrdinalIgnoreCase)))
        {
            if (!Enum.TryParse<LogLevel>(value, ignoreCase: true, out _)) Refuse(key, $"one of: {string.Join(", ", Enum.GetNames<LogLevel>())}", value!);
        }
        if (configuration["Logging:Console:FormatterName"] is { } format && !LogFormatSettings.Formats.Contains(format, StringComparer.OrdinalIgnoreCase))
            Refuse("Logging:Console:FormatterName", $"one of: {string.Join(", ", LogFormatSettings.Formats)}", format);
    }

    /// <summary>Variables of the environment that look like a setting, and are none: one underscore where two belong.</summary>
    public static IEnumerable<(string Found, string Meant)> LookAlikes(IEnumerable<string> variables) =>
        from variable in variables
        let meant = Setting.All.FirstOrDefault(s => s.Key.Contains(':', StringComparison.Ordinal) && Plain(s.Name) == Plain(variable))
        where meant is not null && !variable.Equals(meant.Name, StringComparison.OrdinalIgnoreCase) && !variable.Contains(':', StringComparison.Ordinal)
        select (variable, meant.Name);

    private static void RefuseUnknown(IConfigurationRoot configuration)
    {
        foreach (var section in Sections)
        {
            foreach (var (key, _) in configuration.GetSection(section).AsEnumerable().Where(s => s.Value is not null && !Known.Contains(s.Key))) Refuse(key);
        }
        // The environment holds all kinds of things at the top; a settings file holds settings.
        foreach (var file in configuration.Providers.OfType<JsonConfigurationProvider>())
        {
            foreach (var key in file.GetChildKeys([], null).Distinct().Where(k => !Known.Contains(k) && !Sections.Concat(Setting.OpenFamilies).Contains(k, StringComparer.OrdinalIgnoreCase))) Refuse(key);
        }
    }

    private static void Refuse(string key) =>
        throw new UnknownWordException($"there is no setting {Setting.NameOf(key)}; the nearest is {NearestWord.Of(Setting.NameOf(key), Setting.All.Select(s => s.Name))}");

    private static void Refuse(string key, string allowed, string value) => throw new OperatorException($"{Setting.NameOf(key)} must be {allowed} (it is \"{value}\")");

    private static bool IsListenable(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.Scheme is "http" or "https" && address.PathBase.Length == 0 && address.Port is >= 0 and <= ushort.MaxValue && url.Contains("://", StringComparison.Ordinal);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
}
