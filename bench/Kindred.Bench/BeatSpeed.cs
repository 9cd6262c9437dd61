using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Kindred.Bench;

/// <summary>Beats of many readers over HTTP, each answered only after its commit is on the disk; beside them the emptiest answer of the same server.</summary>
internal static partial class BeatSpeed
{
    private const int Views = 2_000;
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(10);

    public static async Task RunAsync()
    {
        using var scratch = new Scratch();
        var data = scratch.File("data");
        var token = await OneLink.MakeAsync(data);
        using var server = Process.Start(new ProcessStartInfo("dotnet", ["exec", Web, "--data", data, "--port", "0", "--lang", "en"]) { RedirectStandardOutput = true })!;
        try
        {
            var link = "";
            while (link.Length == 0 && await server.StandardOutput.ReadLineAsync() is { } line)
            {
                link = LinkPattern().Match(line).Value;
            }

            var address = new Uri(link);
            using var first = await RawConnection.OpenAsync(address);
            var cookie = await OneLink.EnterAsync(first, token);
            foreach (var connections in new[] { 16, 64, 128, 256 })
            {
                var views = await ViewsAsync(address, token, cookie);
                var empty = await LoadAsync(address, connections, (connection, _, _) => connection.Request("GET", "/health"), 200);
                var beats = await LoadAsync(address, connections, (connection, worker, i) => Beat(connection, token, views[((i * connections) + worker) % Views], (((i * connections) + worker) / Views) + 1), 204, server);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{connections,4} connections  beats {beats.PerSecond,7:F0}/s  p50 {beats.P50,6:F1} ms  p99 {beats.P99,6:F1} ms   empty {empty.PerSecond,7:F0}/s  p99 {empty.P99,6:F1} ms   ratio {beats.PerSecond / empty.PerSecond:F2}   server cpu {beats.Cores:F2} cores"));
            }
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }
    }

    /// <summary>Fresh views: one may send only as many beats as its time allows.</summary>
    private static async Task<string[]> ViewsAsync(Uri address, string token, string cookie)
    {
        var views = new string[Views];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            using var connection = await RawConnection.OpenAsync(address);
            while (Interlocked.Increment(ref next) is var i && i < Views)
            {
                views[i] = await OneLink.StartAsync(connection, token, cookie);
            }
        }));
        return views;
    }

    private static byte[] Beat(RawConnection connection, string token, string view, int number)
    {
        var n = number.ToString(CultureInfo.InvariantCulture);
        return connection.Request("POST", $"/v/{token}/beat", $"{{\"v\":\"{view}\",\"q\":{n},\"t\":{n},\"p\":[[3,2.1,2.5,0],[4,0.4,0.5,0]],\"n\":7,\"e\":0}}");
    }

    private static async Task<(double PerSecond, double P50, double P99, double Cores)> LoadAsync(Uri address, int connections, Func<RawConnection, int, int, byte[]> request, int expected, Process? server = null)
    {
        var times = new List<double>[connections];
        server?.Refresh();
        var cpu = server?.TotalProcessorTime ?? TimeSpan.Zero;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(worker => Task.Run(async () =>
        {
            using var connection = await RawConnection.OpenAsync(address);
            times[worker] = [];
            for (var i = 0; watch.Elapsed < Lasts; i++)
            {
                var bytes = request(connection, worker, i);
                var from = Stopwatch.GetTimestamp();
                if (await connection.SendAsync(bytes) is var status && status != expected)
                {
                    throw new InvalidOperationException(connection.Head);
                }

                times[worker].Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            }
        })));
        var seconds = watch.Elapsed.TotalSeconds;
        server?.Refresh();
        double[] all = [.. times.SelectMany(list => list).Order()];
        return (all.Length / seconds, all[all.Length / 2], all[(int)(all.Length * 0.99)], ((server?.TotalProcessorTime ?? TimeSpan.Zero) - cpu).TotalSeconds / seconds);
    }

    private static string Web => Path.Combine(Path.GetDirectoryName(Scratch.Cli)!, "..", "..", "Kindred.Web", "release", "Kindred.Web.dll");

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex LinkPattern();
}
