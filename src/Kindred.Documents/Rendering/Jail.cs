using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Kindred.Documents.Rendering;

/// <summary>Runs a program on a stranger's file: as nobody where we are root, without network where the system allows it, with bounds on memory, time and files. The file comes by standard input and the answer by standard output, so the program needs no folder.</summary>
public sealed class Jail
{
    private const int MostErrorText = 2_000;
    private static readonly Lazy<Jail> Detected = new(Detect);
    private readonly IReadOnlyList<string> _prefix;

    private Jail(IReadOnlyList<string> prefix, bool hasBounds, bool hasNoNetwork, bool isNobody)
    {
        _prefix = prefix;
        (HasBounds, HasNoNetwork, IsNobody) = (hasBounds, hasNoNetwork, isNobody);
    }

    /// <summary>What this machine allows; found out once.</summary>
    public static Jail OfThisMachine => Detected.Value;

    /// <summary>Whether memory, time and files are bounded (prlimit).</summary>
    public bool HasBounds { get; }

    /// <summary>Whether the program has no network (a network name space of its own).</summary>
    public bool HasNoNetwork { get; }

    /// <summary>Whether it runs as another user than the server (only root can do that).</summary>
    public bool IsNobody { get; }

    /// <summary>Whether a program is on the path.</summary>
    public static bool Has(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, program)));

    /// <summary>Runs a program.</summary>
    /// <param name="input">File it gets as standard input.</param>
    /// <param name="limits">Bounds.</param>
    /// <param name="ct">Kills it.</param>
    /// <param name="command">Program and arguments; never through a shell.</param>
    public async Task<JailOutcome> RunAsync(string input, JailLimits limits, CancellationToken ct, params IReadOnlyList<string> command)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(command);

        // The shell only opens the file; its text is fixed and everything else is an argument of it.
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = "/" };
        foreach (var argument in (string[])["-c", "f=$1; shift; exec \"$@\" < \"$f\"", "jail", input, .. _prefix, .. Bounds(limits), .. command])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin";
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["HOME"] = "/nonexistent";
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        process.StandardInput.Close();
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(ct);
        clock.CancelAfter(limits.LongestWall);
        var errors = ErrorsAsync(process);
        byte[] output = [];
        var (tooMuch, timedOut) = (false, false);
        try
        {
            (output, tooMuch) = await OutputAsync(process, limits.OutputBytes, clock.Token).ConfigureAwait(false);
            if (!tooMuch)
            {
                await process.WaitForExitAsync(clock.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            timedOut = !ct.IsCancellationRequested;
        }

        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        ct.ThrowIfCancellationRequested();
        return new JailOutcome(process.ExitCode, output, await errors.ConfigureAwait(false), timedOut, tooMuch);
    }

    private IEnumerable<string> Bounds(JailLimits limits) => !HasBounds ? [] :
    [
        "prlimit", "--as=" + limits.MemoryBytes.ToString(CultureInfo.InvariantCulture), "--cpu=" + limits.CpuSeconds.ToString(CultureInfo.InvariantCulture), "--fsize=" + limits.FileBytes.ToString(CultureInfo.InvariantCulture),
        "--nofile=" + limits.OpenFiles.ToString(CultureInfo.InvariantCulture), "--core=0", "--nproc=1", "--",
    ];

    private static async Task<(byte[] Output, bool TooMuch)> OutputAsync(Process process, int most, CancellationToken ct)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (true)
        {
            var read = await process.StandardOutput.BaseStream.ReadAsync(buffer, ct).ConfigureAwait(false);
            if (read == 0)
            {
                return (kept.ToArray(), false);
            }

            if (kept.Length + read > most)
            {
                return ([], true);
            }

            kept.Write(buffer, 0, read);
        }
    }

    private static async Task<string> ErrorsAsync(Process process)
    {
        var text = new StringBuilder();
        var buffer = new char[1024];
        while (await process.StandardError.ReadAsync(buffer).ConfigureAwait(false) is > 0 and var read)
        {
            // Read on to the end, or the program would wait for us; keep the beginning.
            text.Append(buffer, 0, Math.Min(read, Math.Max(0, MostErrorText - text.Length)));
        }

        return text.ToString();
    }

    private static Jail Detect()
    {
        var isRoot = Environment.UserName == "root";
        var prefix = new List<string>();
        var noNetwork = Works(isRoot ? ["unshare", "-n", "true"] : ["unshare", "-rn", "true"]);
        if (noNetwork)
        {
            prefix.AddRange(isRoot ? ["unshare", "-n"] : ["unshare", "-rn"]);
        }

        string[] nobody = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--no-new-privs"];
        var isNobody = isRoot && Works([.. nobody, "true"]);
        if (isNobody)
        {
            prefix.AddRange(nobody);
        }

        return new Jail(prefix, Works(["prlimit", "--as=536870912", "--", "true"]), noNetwork, isNobody);
    }

    private static bool Works(IReadOnlyList<string> command)
    {
        if (!Has(command[0]))
        {
            return false;
        }

        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in command.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start);
        return process is not null && process.WaitForExit(5_000) && process.ExitCode == 0;
    }
}
