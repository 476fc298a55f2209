using System.Text.RegularExpressions;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InterviewPrep.Tests;

/// <summary>What the compiler does not check of the way this project is built.</summary>
public sealed class HouseRulesTests
{
    private const int LongestFile = 200;
    private const int LongestPageModel = 80;

    private static readonly string Source = Path.Combine(Repository.Root, "src", "InterviewPrep.Web");

    private static IEnumerable<string> Files(string folder, params string[] extensions) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => extensions.Contains(Path.GetExtension(f)) && !Regex.IsMatch(f, @"[\\/](bin|obj|lib|Migrations|Corpora)[\\/]"));

    private static string Name(string file) => Path.GetRelativePath(Repository.Root, file);

    private static void NoLine(IEnumerable<string> files, string pattern, string because, params string[] except) =>
        files.Where(f => !except.Any(e => f.EndsWith(e, StringComparison.Ordinal)))
            .SelectMany(f => File.ReadLines(f).Select((line, i) => (Text: line, Where: $"{Name(f)}:{i + 1}")))
            .Where(l => Regex.IsMatch(l.Text, pattern)).Select(l => $"{l.Where}: {l.Text.Trim()}")
            .Should().BeEmpty(because);

    [Fact]
    public void No_file_is_longer_than_one_can_take_in() =>
        Files(Source, ".cs", ".cshtml", ".css", ".js").Concat(Files(Path.Combine(Repository.Root, "tests"), ".cs", ".js", ".sh", ".cshtml"))
            .Where(f => File.ReadLines(f).Count() > LongestFile).Select(Name).Should().BeEmpty($"a file over {LongestFile} lines is more than one thing");

    [Fact]
    public void No_page_model_is_longer_than_what_a_page_does() =>
        Files(Source, ".cs").Where(f => f.EndsWith(".cshtml.cs", StringComparison.Ordinal) && File.ReadLines(f).Count() > LongestPageModel).Select(Name)
            .Should().BeEmpty("a page reads its form, calls one verb and redirects; rules and queries stand in the room");

    [Fact]
    public void Every_partial_that_a_page_names_is_there()
    {
        static bool Exists(string page, string name) => name.StartsWith("~/", StringComparison.Ordinal) || name.StartsWith('/') ? File.Exists(Path.Combine(Source, name.TrimStart('~', '/')))
            : Folders(page).Append(Path.Combine(Source, "Features", "Shared")).Any(f => File.Exists(Path.Combine(f, Path.ChangeExtension(name, ".cshtml"))));
        static IEnumerable<string> Folders(string page)
        {
            for (var folder = Path.GetDirectoryName(page); folder!.Length >= Source.Length; folder = Path.GetDirectoryName(folder)) yield return folder;
        }

        Files(Source, ".cshtml").SelectMany(f => Regex.Matches(File.ReadAllText(f), @"<partial name=""([^""@]+)""").Select(m => (Page: f, Name: m.Groups[1].Value)))
            .Where(p => !Exists(p.Page, p.Name)).Select(p => $"{Name(p.Page)}: {p.Name}").Should().BeEmpty("a page that names another is a 500");
    }

    [Fact]
    public void A_refused_form_is_shown_in_one_way() =>
        NoLine(Files(Source, ".cs").Where(f => f.EndsWith(".cshtml.cs", StringComparison.Ordinal)), @"string\? Problem \{", "RefusedForm puts the reason into the model state");

    [Fact]
    public void Style_sheets_have_one_declaration_a_line() =>
        NoLine(Files(Path.Combine(Source, "wwwroot"), ".css"), @";.*;|\{.*\}|\}.*\{", "a change is one line");

    [Fact]
    public void Colours_targets_and_corners_come_from_the_tokens() =>
        NoLine(Files(Path.Combine(Source, "wwwroot"), ".css"), @"#[0-9a-fA-F]{3,8}\b|\b(rgb|hsl|oklch)a?\(|\b44px\b|border-radius: \d+px;", "they stand once, for light and dark", "site/tokens.css");

    [Fact]
    public void Distances_and_sizes_of_type_come_from_the_tokens() =>
        NoLine(Files(Path.Combine(Source, "wwwroot"), ".css"), @"^\s*(margin|padding|gap|row-gap|column-gap|font-size|font)[a-z-]*:.*\drem", "one scale for all components; a width belongs to its own", "site/tokens.css");

    [Fact]
    public void Time_comes_from_the_injected_clock() =>
        NoLine(Files(Source, ".cs", ".cshtml"), @"DateTime(Offset)?\.(Utc)?Now", "tests move the clock");

    [Fact]
    public void Content_knows_neither_web_nor_store() =>
        NoLine(Files(Path.Combine(Source, "Content"), ".cs"), @"using Microsoft\.(AspNetCore|EntityFrameworkCore)", "content is plain C#");

    [Fact]
    public void Raw_markup_enters_a_page_in_one_place() =>
        NoLine(Files(Source, ".cshtml"), @"Html\.Raw\((?!""\\n""\))", "everything else is encoded", "_Html.cshtml");

    [Fact]
    public void Pages_hold_no_inline_script_style_or_handler() =>
        NoLine(Files(Source, ".cshtml"), @"<script(?![^>]*src=)|<style|\sstyle=|\son[a-z]+=", "the content security policy forbids it");

    [Fact]
    public void Scripts_never_turn_text_into_markup() =>
        NoLine(Files(Path.Combine(Source, "wwwroot"), ".js"), @"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", "what people write stays text");

    [Fact]
    public void Every_page_states_who_may_see_it() =>
        typeof(SpeechText).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PageModel)) && !t.IsAbstract)
            .Where(t => t.GetCustomAttributes(inherit: true).All(a => a is not (IAllowAnonymous or IAuthorizeData)))
            .Select(t => t.FullName).Should().BeEmpty("each page model carries [AllowAnonymous] or [Authorize]");

    [Fact]
    public void Punctuation_beside_Chinese_is_full_width() =>
        Files(Source, ".cshtml", ".js").Concat(Files(Repository.ShippedContent, ".md")).Concat(Files(Path.Combine(Repository.Root, "docs"), ".md"))
            .SelectMany(f => FullWidth.Problems(f.EndsWith(".cshtml", StringComparison.Ordinal) ? WithoutRazor(File.ReadAllText(f)) : File.ReadAllText(f))
                .Select(p => $"{Name(f)}:{p.Line}: {p.Found}"))
            .Should().BeEmpty();

    [Fact]
    public void Nothing_names_a_machine_or_calls_another_host() =>
        NoLine(Files(Source, ".cs", ".cshtml", ".js", ".css"), @"/home/|/root/|https?://(?!localhost|127\.0\.0\.1|0\.0\.0\.0|lianxi\.example\.org|www\.w3\.org|schemas?\.|[""{])", "the site is self-contained");

    private static string WithoutRazor(string page) => Regex.Replace(page, @"@\([^\n]*?\)|@\{.*?^\}|\$?\{[^}\n]*\}", m => Regex.Replace(m.Value, "[^\n]", " "), RegexOptions.Singleline | RegexOptions.Multiline);
}
