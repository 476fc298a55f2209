using System.Text.Encodings.Web;
using System.Text.Json;
using InterviewPrep.Web.Content;

namespace InterviewPrep.Web.Web;

/// <summary><c>coach FILE...</c>: the scoring points of the four-stage frame found in text files, a JSON line each.</summary>
internal static class CoachCommand
{
    private const string Frame = "attitude-action-longterm";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>False where a file could not be read.</returns>
    public static bool Run(string contentFolder, string[] files, TextWriter output, TextWriter errors)
    {
        if (ContentLoader.Load(contentFolder).Library.FindFramework(Frame) is not { } framework)
        {
            errors.WriteLine($"there is no frame “{Frame}” in {contentFolder}");
            return false;
        }
        var readAll = true;
        foreach (var file in files)
        {
            try
            {
                var points = Coach.Find(framework, File.ReadAllText(file)).Select(m => new { m.Id, m.Start, m.Length });
                output.WriteLine(JsonSerializer.Serialize(new { File = file, Points = points }, Json));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                errors.WriteLine($"{file}: {e.Message}");
                readAll = false;
            }
        }
        return readAll;
    }
}
