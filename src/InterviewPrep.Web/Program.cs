using InterviewPrep.Web.Content;
using InterviewPrep.Web.Data;
using InterviewPrep.Web.Web;
using Microsoft.Extensions.Options;

var words = Commands.Words(args);
var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = [.. args.Where(a => a.StartsWith("--", StringComparison.Ordinal) && a != "--help")],
    ContentRootPath = AppContext.BaseDirectory,
});
builder.WebHost.UseStaticWebAssets();
builder.Services.AddSiteOptions(builder.Configuration);
builder.Services.AddDatabase(builder.Configuration);
builder.Services.AddContent();
builder.Services.AddSite();

var app = builder.Build();
try
{
    app.Services.GetRequiredService<IStartupValidator>().Validate();
}
catch (OptionsValidationException e)
{
    await Console.Error.WriteLineAsync(e.Failures.First());
    return 1;
}
if (words.Length > 0) return await Commands.RunAsync(words, app);

app.UseSite();
await DatabaseSetup.MigrateAsync(app.Services);
await app.Services.GetRequiredService<ContentHosting>().LoadAsync(default);
if (app.Services.GetRequiredService<ContentStore>() is { Library.Frameworks.Count: 0, Problems.Count: > 0 })
{
    await Console.Error.WriteLineAsync("The content has problems (listed above) and there is no last good copy: mend the files and start again.");
    return 1;
}
await app.RunAsync();
return 0;
