namespace InterviewPrep.Web.Site;

/// <summary>Something that whoever runs the program has to mend. The message says what, in one line; it is shown without a stack trace.</summary>
public sealed class OperatorException(string message, Exception? inner = null) : Exception(message, inner);
