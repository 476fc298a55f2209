namespace InterviewPrep.Web.Data;

/// <summary>What stands in the way of a backup or a restore, said in one line to whoever runs the server.</summary>
public sealed class BackupException(string message) : Exception(message);
