using System.Data.Common;
using InterviewPrep.Web.Site;
using Microsoft.Extensions.Options;

namespace InterviewPrep.Web.Host;

/// <summary>Says in one line why the program could not start or do its work.</summary>
internal static class StartFailure
{
    /// <returns>The line; null for what is a mistake of the program itself, whose stack trace is wanted.</returns>
    public static string? Explain(Exception exception) => (exception switch
    {
        OptionsValidationException wrong => wrong.Failures.First(),
        AggregateException { InnerExceptions: [var first, ..] } => Explain(first),
        InvalidDataException { InnerException: { } inner } => $"{exception.Message} {inner.Message}", // a settings file
        OperatorException or IOException or UnauthorizedAccessException or DbException => exception.Message,
        _ => exception.InnerException is DbException cause ? cause.Message : null,
    })?.ReplaceLineEndings(" ");
}
