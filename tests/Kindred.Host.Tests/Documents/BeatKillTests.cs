using System.Collections.Concurrent;
using System.Globalization;
using Kindred.Bench;
using Kindred.Host.Tests.Web;
using Kindred.Storage;
using Xunit;

namespace Kindred.Host.Tests.Documents;

/// <summary>T17: the real server is killed at seeded random moments while readers send beats. Whatever it acknowledged is there afterwards, once. KINDRED_BEAT_KILLS and KINDRED_BEAT_STOPS set how often.</summary>
public sealed class BeatKillTests
{
    private const int Connections = 12;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public Task Beats_ServerKilled_LosesNoneItAcknowledged() => RunAsync("KINDRED_BEAT_KILLS", "20", async server => await server.KillAsync());

    [Fact]
    public Task Beats_ServerStopped_LosesNoneItAcknowledged() => RunAsync("KINDRED_BEAT_STOPS", "5", async server => Assert.Equal(0, await server.StopAsync()));

    private static async Task RunAsync(string setting, string otherwise, Func<ServerProcess, Task> end)
    {
        var runs = int.Parse(Environment.GetEnvironmentVariable(setting) ?? otherwise, CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("kindred-beats-").FullName;
        try
        {
            var token = await OneLink.MakeAsync(folder);
            var acknowledged = new ConcurrentDictionary<string, byte>(StringComparer.Ordinal);
            for (var run = 0; run < runs; run++)
            {
                var before = acknowledged.Count;
                using (var server = await ServerProcess.StartAsync(folder))
                {
                    using var first = await RawConnection.OpenAsync(server.Link);
                    var cookie = await OneLink.EnterAsync(first, token);
                    var views = new List<string>();
                    for (var i = 0; i < 200; i++)
                    {
                        views.Add(await OneLink.StartAsync(first, token, cookie));
                    }

                    using var stop = new CancellationTokenSource();
                    var load = Enumerable.Range(0, Connections).Select(worker => Task.Run(() => SendAsync(server.Link, token, views, worker, acknowledged, stop.Token), Ct)).ToArray();

                    // The blow falls once beats are being kept, however slow the machine is.
                    for (var waited = 0; acknowledged.Count == before && waited < 600; waited++)
                    {
                        await Task.Delay(50, Ct);
                    }

                    await Task.Delay(TimeSpan.FromMilliseconds(100 + (new Random(run).NextDouble() * 900)), Ct);
                    await end(server);
                    await stop.CancelAsync();
                    await Task.WhenAll(load);
                }

                Assert.True(acknowledged.Count > before, $"run {run}: nothing was acknowledged");
                await AssertKeptAsync(Path.Combine(folder, "own"), acknowledged.Keys, run);
            }

            TestContext.Current.TestOutputHelper?.WriteLine($"{runs} runs, {acknowledged.Count} acknowledged, 0 lost, 0 double");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task SendAsync(Uri server, string token, List<string> views, int worker, ConcurrentDictionary<string, byte> acknowledged, CancellationToken stop)
    {
        try
        {
            using var connection = await RawConnection.OpenAsync(server);
            for (var i = worker; !stop.IsCancellationRequested; i += Connections)
            {
                var (view, number) = (views[i % views.Count], ((i / views.Count) + 1).ToString(CultureInfo.InvariantCulture));
                var request = connection.Request("POST", $"/v/{token}/beat", $"{{\"v\":\"{view}\",\"q\":{number},\"t\":{number},\"p\":[[1,1,1,0]],\"n\":1,\"e\":0}}");

                // Every third beat is sent twice, as a browser does that heard no answer.
                for (var twice = i % 3 == 0 ? 2 : 1; twice > 0; twice--)
                {
                    if (await connection.SendAsync(request) == 204)
                    {
                        acknowledged[view.Split('.')[0] + ":b" + number] = 0;
                    }
                }
            }
        }
        catch (Exception failure) when (failure is IOException or System.Net.Sockets.SocketException)
        {
            // The server is gone, as it should be.
        }
    }

    private static async Task AssertKeptAsync(string workspace, IEnumerable<string> acknowledged, int run)
    {
        using var opened = (await Workspace.OpenAsync(workspace, TimeProvider.System, Ct)).Value;
        var stored = (await opened.Documents.EventsAsync(null, Ct)).Select(entry => entry.MessageId).ToArray();
        var kept = stored.ToHashSet(StringComparer.Ordinal);
        Assert.Equal(stored.Length, kept.Count);
        Assert.True(acknowledged.All(kept.Contains), $"run {run}: {acknowledged.Count(id => !kept.Contains(id))} acknowledged beats are gone");
    }
}
