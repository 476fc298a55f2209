using InterviewPrep.Floor;

// The least that a program of this kind can be: what "dotnet new webapp" makes, and one address that saves. It is the measure for the real one.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Services.AddRazorPages();
await using var app = builder.Build();
using var store = new DurableStore(builder.Configuration["Store"] ?? throw new InvalidOperationException("--Store=FILE is missing"));
app.UseExceptionHandler("/Error");
app.UseRouting();
app.UseAuthorization();
app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();
app.MapPut("/saves/{id}", async (string id, HttpRequest request, CancellationToken ct) =>
{
    using var reader = new StreamReader(request.Body);
    return Results.Ok(new { revision = store.Save(id, await reader.ReadToEndAsync(ct)) });
});
await app.RunAsync();
