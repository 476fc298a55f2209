using System.Net;
using InterviewPrep.Tests.Support;
using InterviewPrep.Web.Features.Drafts;

namespace InterviewPrep.Tests.Durability;

/// <summary>A fact that needs a small disk of its own; skipped, with the reason, where none can be made.</summary>
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.Missing;
}

/// <summary>The site on a disk of some megabytes.</summary>
public sealed class SmallDiskApp : App, IAsyncLifetime
{
    private SmallDisk? disk;

    async Task IAsyncLifetime.InitializeAsync()
    {
        if (SmallDisk.Missing is null) disk = new SmallDisk(DataFolder);
        await InitializeAsync();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        disk?.Unmount();
        Directory.Delete(DataFolder, recursive: true);
    }

    /// <summary>Leaves not one free byte on the disk.</summary>
    public void Fill() => disk!.Fill();

    public void MakeRoom() => disk!.MakeRoom();
}

public sealed class FullDiskTests(SmallDiskApp app) : IClassFixture<SmallDiskApp>
{
    [SmallDiskFact]
    public async Task A_full_disk_is_named_loses_nothing_and_heals_by_itself()
    {
        using var client = new SavingClient(app.Address, "学员");
        using var visitor = app.NewVisitor();
        await client.OpenAsync();
        var form = await visitor.GetAsync("/practice/open-lawn");

        for (var round = 0; round < 10; round++)
        {
            client.Write();
            (await client.SaveAsync(default)).Should().Be(HttpStatusCode.OK);
            app.Fill();
            var status = HttpStatusCode.OK;
            // What is free within the file's own pages may still take a save or two.
            for (var tries = 0; tries < 500 && status == HttpStatusCode.OK; tries++)
            {
                client.Write();
                status = await client.SaveAsync(default);
            }
            status.Should().Be(HttpStatusCode.InsufficientStorage);

            var refused = await visitor.SubmitAsync(form, "form.practice button[value=save]", ("sections.stance", "磁盘满时写的。"));
            refused.Status.Should().Be(HttpStatusCode.InsufficientStorage);
            refused.TextOf("[role=alert]").Should().Be(DraftForm.StorageFull);
            refused.TextOf("#s-stance").Should().Be("磁盘满时写的。");
            (await visitor.GetAsync("/questions")).Status.Should().Be(HttpStatusCode.OK, "reading goes on");
            (await client.ReadAsync(default)).Text.Should().Be(client.UpTo(client.Acknowledged[^1].Sentences));

            app.MakeRoom();
            (await client.SaveAsync(default)).Should().Be(HttpStatusCode.OK, "with room it saves again, without a restart");
        }
        (await client.ReadAsync(default)).Text.Should().Be(client.Text);
    }
}
