using Kindred.Core.Workspaces;
using Kindred.Storage;
using Microsoft.Playwright;
using Xunit;

namespace Kindred.Host.Tests.Web;

/// <summary>From the terminal's link to the file for the CRM, as a person does it, in a real browser against the real server process.</summary>
public sealed class FirstTenMinutesTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly Dictionary<string, (string Bring, string Import, string Crm, string Take)> Words = new(StringComparer.Ordinal)
    {
        ["ko"] = ("내 데이터 넣기", "가져오기", "점수를 CRM에 올릴 파일로 받기", "맡기"),
        ["en"] = ("Bring my data", "Import", "Download scores for your CRM", "Take it"),
    };

    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task Start_ToTheCrmFile_Works(string language)
    {
        var data = Directory.CreateTempSubdirectory("kindred-ten-").FullName;
        try
        {
            await using var context = await chromium.ContextAsync(language);
            using var server = await ServerProcess.StartAsync(data);
            var page = await context.NewPageAsync();
            var watch = new PageWatch(page, server.Link);
            var words = Words[language];
            await page.GotoAsync(server.Link.AbsoluteUri);
            Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
            await page.ClickAsync($"text={words.Bring}");
            await CreateOwnerAsync(page);
            await DropAsync(page, Exports(data));
            await page.ClickAsync($"main button:has-text('{words.Import}')");
            await ArriveAsync(page);
            Assert.NotEmpty(await page.InnerTextAsync("h1"));
            await page.ClickAsync("nav.rail a[href$='/leads']");
            await page.ClickAsync("table.rows tbody a >> nth=0");
            await page.ClickAsync($"button:has-text('{words.Take}')");
            await page.WaitForURLAsync("**/leads/*done=taken*");
            await page.ClickAsync("nav.rail a[href$='/leads']");
            await page.ClickAsync($"text={words.Crm}");
            Assert.Empty(watch.Seen);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public async Task Import_ServerKilledInTheMiddle_GoesOnAfterTheNextStart()
    {
        var data = Directory.CreateTempSubdirectory("kindred-kill-").FullName;
        try
        {
            await using var context = await chromium.ContextAsync("en");
            var page = await context.NewPageAsync();
            string path;
            using (var server = await ServerProcess.StartAsync(data))
            {
                await page.GotoAsync(server.Link.AbsoluteUri);
                await page.ClickAsync("text=Bring my data");
                await CreateOwnerAsync(page);
                await DropAsync(page, Exports(data));
                await page.ClickAsync("main button:has-text('Import')");
                await page.WaitForURLAsync("**/jobs/*");
                path = new Uri(page.Url).AbsolutePath;
                await page.WaitForTimeoutAsync(700);
                await server.KillAsync();
            }

            using var again = await ServerProcess.StartAsync(data);
            await page.GotoAsync(new Uri(again.Link, path).AbsoluteUri);
            await ArriveAsync(page);
            var workspace = path.Split('/')[2];
            using var reading = Workspace.OpenForReading(Path.Combine(data, "w-" + workspace)).Value;
            var imports = await reading.Imports.ListAsync(TestContext.Current.CancellationToken);
            Assert.NotEmpty(imports);
            Assert.All(imports, import => Assert.Equal(ImportState.Active, import.State));
            Assert.Equal(imports.Count, imports.Select(import => import.Table.FileName).Distinct().Count());
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    /// <summary>Waits until the work has ended and the page has gone on to the result; a failure says what the page showed meanwhile.</summary>
    private static async Task ArriveAsync(IPage page)
    {
        try
        {
            await page.WaitForURLAsync("**/icp*", new PageWaitForURLOptions { Timeout = 360_000 });
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{page.Url} still says: {await page.InnerTextAsync("main")}");
        }
    }

    private static async Task CreateOwnerAsync(IPage page)
    {
        await page.FillAsync("#workspace", "새봄소프트");
        await page.FillAsync("#name", "김지우");
        await page.FillAsync("#email", "jiwoo@example.com");
        await page.FillAsync("#password", "orange-river-92");
        await page.ClickAsync("main button[type=submit]");
        await page.WaitForURLAsync("**/data/import");
    }

    private static async Task DropAsync(IPage page, IReadOnlyList<string> files)
    {
        await page.SetInputFilesAsync("#files", files);
        await page.WaitForSelectorAsync("#files-h", new PageWaitForSelectorOptions { Timeout = 60_000 });
    }

    private static IReadOnlyList<string> Exports(string data)
    {
        var folder = Path.Combine(data, "exports");
        SmallSample.Exports(folder);
        return [.. Directory.EnumerateFiles(folder, "*.csv")];
    }
}
