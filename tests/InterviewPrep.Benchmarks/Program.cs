using InterviewPrep.Benchmarks;

const string usage = """
    usage: dotnet run -c Release --project tests/InterviewPrep.Benchmarks -- COMMAND

      class [LEARNERS] [SECONDS]   a class that autosaves every three seconds, against SQLite; prints how long a save takes (200 learners, 60 s)
      saves LOG ACKS [SECONDS]     a server under strace and eight writers, for powercut.py; see tests/powercut.sh (20 s)
    """;

int Number(int index, int otherwise) => args.Length > index ? int.Parse(args[index], System.Globalization.CultureInfo.InvariantCulture) : otherwise;

switch (args)
{
    case ["class", ..]:
        return await ClassOfLearners.RunAsync(Number(1, 200), TimeSpan.FromSeconds(Number(2, 60)));
    case ["saves", var log, var acks, ..]:
        return await TracedSaves.RunAsync(log, acks, TimeSpan.FromSeconds(Number(3, 20)));
    default:
        await Console.Error.WriteLineAsync(usage);
        return 2;
}
