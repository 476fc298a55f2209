using InterviewPrep.Web.Data;
using InterviewPrep.Web.Features.Accounts;
using InterviewPrep.Web.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace InterviewPrep.Tests.Support;

/// <summary>The real site on a real port, with a database and a data folder of its own. One for each test class.</summary>
public class App : IAsyncLifetime
{
    private WebApplication app = null!;
    private string[] database = [];

    /// <summary>The site's clock: stands still until a test moves it.</summary>
    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

    public string DataFolder { get; } = Directory.CreateTempSubdirectory("interviewprep-test-").FullName;

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => app.Services;

    protected virtual string ContentFolder => Repository.SampleContent;

    /// <summary>Settings that lead to the database.</summary>
    protected IReadOnlyList<string> DatabaseSettings => database;

    /// <summary>Further settings, as on the command line.</summary>
    protected virtual IEnumerable<string> Settings => [];

    /// <summary>False for a class that needs time to pass by itself.</summary>
    protected virtual bool StopsTheClock => true;

    /// <summary>True for a class that looks at the hashing of passwords; it is slow by intent, and the others need not wait for it.</summary>
    protected virtual bool HashesInFull => false;

    /// <summary>Changes services last, at every start.</summary>
    protected virtual void Change(IServiceCollection services)
    {
    }

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(DataFolder);
        await StartAsync("http://127.0.0.1:0");
        Address = new Uri(app.Urls.First());
    }

    /// <summary>Takes the site off the network; its data stay.</summary>
    public async Task StopAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    /// <summary>Starts a stopped site again, at the same address on the same data.</summary>
    public Task StartAgainAsync() => StartAsync(Address.GetLeftPart(UriPartial.Authority));

    private async Task StartAsync(string address)
    {
        app = SiteHost.Build(
            [.. database, $"--Urls={address}", $"--Data:Folder={DataFolder}", $"--Content:Folder={ContentFolder}", "--Logging:LogLevel:Default=Warning", .. Settings],
            services =>
            {
                if (StopsTheClock) services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
                if (!HashesInFull) services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1_000);
                Change(services);
            });
        app.UseSite();
        (await SiteHost.PrepareAsync(app)).Should().BeTrue("the tests' content must be good");
        await app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await TestDatabase.DropAsync(database);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(DataFolder, recursive: true);
    }

    /// <summary>Somebody new with a browser of their own.</summary>
    public Visitor NewVisitor() => new(Address);

    /// <summary>Somebody with an account, signed in by the form; the user name is unique within the app.</summary>
    public async Task<Visitor> NewPersonAsync(string name, string role = Roles.Learner)
    {
        await using (var scope = Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
            var user = new AppUser { Id = Guid.CreateVersion7(), UserName = name, DisplayName = name, CreatedAt = Clock.GetUtcNow() };
            (await users.CreateAsync(user, People.Password)).Succeeded.Should().BeTrue();
            await users.AddToRoleAsync(user, role);
        }
        var visitor = NewVisitor();
        await visitor.SubmitAsync(await visitor.GetAsync("/account/sign-in"), "main form", ("name", name), ("password", People.Password));
        return visitor;
    }

    /// <summary>Looks into the store.</summary>
    public async Task<T> InDbAsync<T>(Func<AppDb, Task<T>> look)
    {
        await using var scope = Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<AppDb>());
    }
}
