using InterviewPrep.Web.Host;
using InterviewPrep.Web.Host.Commands;
using Microsoft.Extensions.Options;

var words = CommandLine.CommandWords(args);
var app = SiteHost.Build([.. args.Except(words)]);
try
{
    app.Services.GetRequiredService<IStartupValidator>().Validate();
}
catch (OptionsValidationException e)
{
    await Console.Error.WriteLineAsync(e.Failures.First());
    return 1;
}
if (words.Length > 0) return await CommandLine.RunAsync(words, app);

app.UseSite();
if (!await SiteHost.PrepareAsync(app))
{
    await Console.Error.WriteLineAsync("The content has problems (listed above) and there is no last good copy: mend the files and start again.");
    return 1;
}
await app.RunAsync();
return 0;
