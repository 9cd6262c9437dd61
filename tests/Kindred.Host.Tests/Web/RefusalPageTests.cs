using System.Net;
using System.Net.Sockets;
using System.Text;
using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Core.Workspaces;
using Kindred.Storage;
using Kindred.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Kindred.Host.Tests.Web;

/// <summary>Bad input, ended sessions and a failing world: each has a page that says what happened and what to do.</summary>
public sealed class RefusalPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Form_WhoseSessionEnded_IsKeptAndSentAgainAfterSigningIn()
    {
        await using var site = await WebSite.StartAsync(withSample: false);
        var (owner, caller, own) = await site.OwnerAsync();
        var people = $"/w/{own.Id}/settings/people";
        await owner.TokenAsync();
        Assert.True((await site.Members.RevokeSessions.RunAsync(caller.Session!.Id, caller, Ct)).IsAccepted);
        using var ended = await owner.PostAsync(people + "/invite", ("email", "bo@example.com"), ("role", "viewer"), ("note-password", "never kept"));
        Assert.Equal(HttpStatusCode.Unauthorized, ended.StatusCode);
        var page = await ended.Content.ReadAsStringAsync(Ct);
        Assert.Contains("What you typed is still here", page, StringComparison.Ordinal);
        Assert.DoesNotContain("never kept", page, StringComparison.Ordinal);
        (string, string)[] carried = [("kept-action", people + "/invite"), ("kept.email", "bo@example.com"), ("kept.role", "viewer")];
        Assert.All(carried, field => Assert.Contains($"name=\"{field.Item1}\" value=\"{field.Item2}\"", page, StringComparison.Ordinal));

        using var wrong = await owner.PostAsync("/sign-in", [("email", "anna@example.com"), ("password", "not it, surely"), .. carried]);
        Assert.Contains("value=\"bo@example.com\"", await wrong.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        using var signedIn = await owner.PostAsync("/sign-in", [("email", "anna@example.com"), ("password", WebSite.Password), .. carried]);
        var goOn = await signedIn.Content.ReadAsStringAsync(Ct);
        Assert.Contains($"action=\"{people}/invite\"", goOn, StringComparison.Ordinal);
        using var sent = await owner.PostPlainAsync(people + "/invite", ("__token", Browser.TokenIn(goOn)), ("email", "bo@example.com"), ("role", "viewer"));
        Assert.Contains("/invitation?t=kdi_", await sent.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_OfARemovedMember_AnswersLikeNoWorkspaceAndSaysWhatToDo()
    {
        await using var site = await WebSite.StartAsync(withSample: false);
        var (_, owner, own) = await site.OwnerAsync();
        var second = (await site.Members.AddWorkspace.RunAsync(new AddWorkspaceRequest("Second", false), owner, Ct)).Value;
        var (browser, member, _) = await site.MemberAsync(own, Role.Sales, "sam@example.com");
        Assert.True((await site.Members.RemoveMember.RunAsync(own.Id, member.Id, owner, Ct)).IsAccepted);
        using var ended = await browser.GetAsync($"/w/{own.Id}/today");
        Assert.StartsWith("/sign-in", ended.Headers.Location?.OriginalString, StringComparison.Ordinal);
        var (again, _, _) = await site.MemberAsync(second, Role.Sales, "sam@example.com");
        using var gone = await again.GetAsync($"/w/{own.Id}/today");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Contains("Ask its owner for an invitation", await gone.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workspace_OwnedByAnotherProcess_SaysWhoAndOpensOnceItIsFree()
    {
        await using var site = await WebSite.StartAsync(withSample: false);
        var (owner, _, own) = await site.OwnerAsync();
        var folder = Path.Combine(site.Data, own.Folder);
        using (await HeldAsync(folder))
        {
            using var locked = await owner.GetAsync($"/w/{own.Id}/data");
            var text = await locked.Content.ReadAsStringAsync(Ct);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, locked.StatusCode);
            Assert.Contains("process " + Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture), text, StringComparison.Ordinal);
            Assert.Contains("End it and try again", text, StringComparison.Ordinal);
        }

        using var free = await owner.GetAsync($"/w/{own.Id}/data");
        Assert.Equal(HttpStatusCode.OK, free.StatusCode);
    }

    [Fact]
    public async Task Disk_Full_IsSaidAndNothingElseFails()
    {
        var full = new StorageException(new Reason("storage.disk-full", "disk", new Wording("디스크가 가득 찼어요.", "The disk is full. Make room and repeat.")), new IOException("No space left on device"));
        await using var site = await WebSite.StartAsync(withSample: false, more: app =>
        {
            app.MapGet("/full", IResult () => throw full).WithMetadata(RouteNeeds.Nothing);
            app.MapGet("/space", IResult () => throw new IOException("No space left on device", 28)).WithMetadata(RouteNeeds.Nothing);
        });
        var (owner, _, _) = await site.OwnerAsync();
        foreach (var (path, words) in new[] { ("/full", "Make room and repeat"), ("/space", "Make room and send it again") })
        {
            using var answer = await owner.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.InsufficientStorage), (path, answer.StatusCode));
            Assert.Contains(words, await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Upload_TooLargeOrOfAWrongKind_IsRefusedAndLeavesNothing()
    {
        await using var site = await WebSite.StartAsync(withSample: false);
        var (owner, _, own) = await site.OwnerAsync();
        var import = $"/w/{own.Id}/data/import";
        using var kind = await owner.UploadAsync(import, ("deals.csv", "a,b\n1,2\n"u8.ToArray()), ("run.exe", [77, 90]));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, kind.StatusCode);
        Assert.Contains("run.exe", await kind.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        using var none = await owner.UploadAsync(import);
        Assert.Equal(HttpStatusCode.BadRequest, none.StatusCode);

        // One gigabyte is said to come; the answer does not wait for it.
        Assert.Equal(413, await DeclareAsync(site, owner, import, (1L << 30) + 1));
        Assert.Equal(413, await DeclareAsync(site, owner, $"/w/{own.Id}/settings", (1L << 20) + 1));
        Assert.False(Directory.Exists(Path.Combine(site.Data, own.Folder, "incoming")));
    }

    [Fact]
    public async Task Upload_Interrupted_LeavesNothing()
    {
        await using var site = await WebSite.StartAsync(withSample: false);
        var (owner, _, own) = await site.OwnerAsync();
        var head = await HeadAsync(owner, $"/w/{own.Id}/data/import", 5_000_000, "multipart/form-data; boundary=b");
        var part = $"--b\r\nContent-Disposition: form-data; name=\"__token\"\r\n\r\n{await owner.TokenAsync()}\r\n--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"deals.csv\"\r\n\r\n" + string.Concat(Enumerable.Repeat("id,name,amount\n", 60_000));
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(site.Address.Host, site.Address.Port, Ct);
            client.LingerState = new LingerOption(true, 0);
            await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(head + part), Ct);
        }

        using var still = await owner.GetAsync($"/w/{own.Id}/data/import");
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        await Task.Delay(500, Ct);
        var incoming = Path.Combine(site.Data, own.Folder, "incoming");
        Assert.False(Directory.Exists(incoming) && Directory.EnumerateFileSystemEntries(incoming).Any());
    }

    /// <summary>Status of a form of which only the head is sent.</summary>
    private static async Task<int> DeclareAsync(WebSite site, Browser browser, string path, long bytes)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(site.Address.Host, site.Address.Port, Ct);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(await HeadAsync(browser, path, bytes, "multipart/form-data; boundary=b") + "--b\r\n"), Ct);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return int.Parse((await reader.ReadLineAsync(Ct))!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<string> HeadAsync(Browser browser, string path, long bytes, string type)
    {
        await browser.TokenAsync();
        var cookies = string.Join("; ", browser.Cookies.Select(cookie => cookie.Key + "=" + cookie.Value));
        return $"POST {path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nCookie: {cookies}\r\nContent-Type: {type}\r\nContent-Length: {bytes}\r\n\r\n";
    }

    private static async Task<IDisposable> HeldAsync(string folder) => (await Workspace.OpenAsync(folder, TimeProvider.System, Ct)).Value;
}
