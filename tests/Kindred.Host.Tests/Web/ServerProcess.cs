using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace Kindred.Host.Tests.Web;

/// <summary>The server as ./run starts it: a process of its own, that can be killed.</summary>
internal sealed partial class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    private ServerProcess(Process process, Uri link) => (_process, Link) = (process, link);

    /// <summary>The one-time link it printed.</summary>
    internal Uri Link { get; }

    /// <summary>Starts it and waits for its link.</summary>
    internal static async Task<ServerProcess> StartAsync(string data, int port = 0)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Kindred.Web.dll"), "--data", data, "--port", port.ToString(System.Globalization.CultureInfo.InvariantCulture), "--lang", "en"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(Patience);
        while (await process.StandardOutput.ReadLineAsync(late.Token) is { } line)
        {
            if (LinkPattern().Match(line) is { Success: true } found)
            {
                return new ServerProcess(process, new Uri(found.Value));
            }
        }

        throw new InvalidOperationException("The server ended: " + await process.StandardError.ReadToEndAsync(CancellationToken.None));
    }

    /// <summary>kill -9.</summary>
    internal async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>SIGTERM, as a service manager stops it.</summary>
    /// <returns>Its exit code.</returns>
    internal async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        using var late = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(late.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit(10_000);
        }

        _process.Dispose();
    }

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex LinkPattern();
}
