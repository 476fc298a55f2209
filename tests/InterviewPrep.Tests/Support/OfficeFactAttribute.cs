namespace InterviewPrep.Tests.Support;

/// <summary>A fact that needs a program of LibreOffice; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OfficeFactAttribute : FactAttribute
{
    public const string Executable = "/usr/bin/soffice";

    private const string Folder = "/usr/lib/libreoffice/program";

    public OfficeFactAttribute(string program, string library)
    {
        (Program, Library) = (program, library);
        Skip = File.Exists(Executable) && File.Exists(Path.Combine(Folder, library)) ? null : $"LibreOffice {program} is missing";
    }

    public string Program { get; }

    public string Library { get; }
}
