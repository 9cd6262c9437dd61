using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Kindred.Bench;

/// <summary>Pages of the web app over 100,000 companies, each beside the emptiest answer of the same server; what a page loads of script and style; how soon the server answers after a start.</summary>
internal static partial class PageSpeed
{
    private const int Times = 31;

    public static void Run()
    {
        using var scratch = new Scratch();
        var data = Environment.GetEnvironmentVariable("KINDRED_BENCH_DATA") ?? Prepare(scratch);
        var watch = Stopwatch.StartNew();
        using var server = Process.Start(new ProcessStartInfo("dotnet", ["exec", Web, "--data", data, "--port", "0", "--lang", "en"]) { RedirectStandardOutput = true })!;
        try
        {
            var link = "";
            while (link.Length == 0 && server.StandardOutput.ReadLine() is { } line)
            {
                link = LinkPattern().Match(line).Value;
            }

            Console.WriteLine(Line("start to link", watch.Elapsed.TotalMilliseconds, ""));
            using var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = new Uri(link) };
            var start = Get(client, link);
            var workspace = WorkspacePattern().Match(start.Body).Groups[1].Value;
            watch.Restart();
            var first = Get(client, $"/w/{workspace}/today");
            using var pause = new ManualResetEventSlim();
            while (first.Status == (int)HttpStatusCode.Accepted)
            {
                // It says that it is being opened; a browser asks again by itself.
                pause.Wait(50);
                first = Get(client, $"/w/{workspace}/today");
            }

            Console.WriteLine(Line("first page of 100,000 (after an opening page)", watch.Elapsed.TotalMilliseconds, ""));
            var lead = LeadPattern().Match(Get(client, $"/w/{workspace}/leads").Body).Groups[1].Value;
            var empty = Median(client, "/health");
            Console.WriteLine(Line("empty answer", empty.Milliseconds, ""));
            Console.WriteLine("medians; in brackets the very first request, which computes once what later ones look up");
            foreach (var page in new[] { "today", "icp", "patterns", "scorecard", "leads", "leads?state=one-question&days=91", "leads/" + lead, "leads-crm", "accounts", "accounts?page=900", "accounts?q=soft", "accounts?group=core&sort=employees&order=desc", "accounts/5", "customers", "data", "settings" })
            {
                var took = Median(client, $"/w/{workspace}/{page}");
                Console.WriteLine(Line(page.StartsWith("leads/", StringComparison.Ordinal) ? "leads/ID" : page, took.Milliseconds, string.Create(CultureInfo.InvariantCulture, $"{took.Status} {took.Bytes / 1024.0:F0} KiB ({took.First:F0} ms)")));
            }

            Console.WriteLine("script and style " + Assets(client, first.Body).ToString("F1", CultureInfo.InvariantCulture) + " KiB compressed");
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            server.WaitForExit();
        }
    }

    private static string Web => Path.Combine(Path.GetDirectoryName(Scratch.Cli)!, "..", "..", "Kindred.Web", "release", "Kindred.Web.dll");

    private static string Prepare(Scratch scratch)
    {
        var (data, workspace) = (scratch.File("data"), scratch.File("data/sample"));
        foreach (var call in new[] { new[] { "sample", workspace + "/exports", "--companies", "100000", "--seed", "7", "--as-of", "2026-11-21" }, ["import", workspace + "/exports", "--workspace", workspace], ["build", "--workspace", workspace], ["scorecard", "learn", "--workspace", workspace], ["scorecard", "publish", workspace, "--as", "trial"] })
        {
            var (took, _, exit) = Scratch.Kindred(call);
            Console.WriteLine($"{string.Join(' ', call.Take(2)),-20} {took}  exit {exit.ToString(CultureInfo.InvariantCulture)}");
        }

        return data;
    }

    private static double Assets(HttpClient client, string html) => AssetPattern().Matches(html).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).Sum(path =>
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var answer = client.Send(request);
        using var stream = answer.Content.ReadAsStream();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.Length;
    }) / 1024.0;

    private static (double Milliseconds, int Status, long Bytes, double First) Median(HttpClient client, string path)
    {
        var (status, bytes) = (0, 0L);
        var once = Stopwatch.StartNew();
        Get(client, path);
        var first = once.Elapsed.TotalMilliseconds;
        for (var i = 0; i < 2; i++)
        {
            Get(client, path);
        }

        var times = new double[Times];
        for (var i = 0; i < Times; i++)
        {
            var watch = Stopwatch.StartNew();
            var answer = Get(client, path);
            times[i] = watch.Elapsed.TotalMilliseconds;
            (status, bytes) = (answer.Status, answer.Body.Length);
        }

        Array.Sort(times);
        return (times[Times / 2], status, bytes, first);
    }

    private static (int Status, string Body) Get(HttpClient client, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var answer = client.Send(request);
        using var reader = new StreamReader(answer.Content.ReadAsStream());
        return ((int)answer.StatusCode, reader.ReadToEnd());
    }

    private static string Line(string what, double milliseconds, string note) => string.Create(CultureInfo.InvariantCulture, $"{what,-48} {milliseconds,9:F1} ms  {note}");

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex LinkPattern();

    [GeneratedRegex("/w/([0-9a-f]{32})/")]
    private static partial Regex WorkspacePattern();

    [GeneratedRegex("/leads/([^\"?]+)\"")]
    private static partial Regex LeadPattern();

    [GeneratedRegex("(?:href|src)=\"(/assets/[^\"]+\\.(?:css|js))\"")]
    private static partial Regex AssetPattern();
}
