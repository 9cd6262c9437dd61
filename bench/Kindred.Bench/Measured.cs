using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Kindred.Bench;

/// <summary>What a piece of work took.</summary>
/// <param name="WallSeconds">By the clock.</param>
/// <param name="CpuSeconds">User and system, all threads.</param>
/// <param name="PeakMegabytes">Highest resident memory while it ran, everything the process held before included.</param>
internal sealed record Measured(double WallSeconds, double CpuSeconds, long PeakMegabytes)
{
    /// <summary>Runs work in this process.</summary>
    public static (Measured Took, T Value) Here<T>(Func<T> work)
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        ForgetPeak();
        using var self = Process.GetCurrentProcess();
        var cpu = self.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var value = work();
        var wall = watch.Elapsed.TotalSeconds;
        self.Refresh();
        return (new Measured(wall, (self.TotalProcessorTime - cpu).TotalSeconds, PeakOf("self") ?? self.PeakWorkingSet64 >> 20), value);
    }

    /// <summary>Runs a program to its end.</summary>
    public static (Measured Took, string Output, int Exit) Child(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var before = ChildrenCpu();
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var errors = new List<string>();
        process.ErrorDataReceived += (_, line) => errors.Add(line.Data ?? "");
        var lines = new List<string>();
        process.OutputDataReceived += (_, line) => lines.Add(line.Data ?? "");
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        long peak = 0;
        var id = process.Id.ToString(CultureInfo.InvariantCulture);
        while (!process.WaitForExit(5))
        {
            peak = PeakOf(id) ?? peak;
        }

        var wall = watch.Elapsed.TotalSeconds;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            Console.Error.WriteLine(string.Join('\n', errors.TakeLast(5)));
        }

        return (new Measured(wall, ChildrenCpu() - before, peak), string.Join('\n', lines), process.ExitCode);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{CpuSeconds,7:F3} s CPU  {WallSeconds,7:F3} s wall  {PeakMegabytes,5} MB");

    private static void ForgetPeak()
    {
        if (File.Exists("/proc/self/clear_refs"))
        {
            File.WriteAllText("/proc/self/clear_refs", "5");
        }
    }

    private static long? PeakOf(string process)
    {
        try
        {
            foreach (var line in File.ReadLines($"/proc/{process}/status"))
            {
                if (line.StartsWith("VmHWM:", StringComparison.Ordinal))
                {
                    return long.Parse(line.AsSpan(6, line.Length - 8).Trim(), CultureInfo.InvariantCulture) >> 10;
                }
            }
        }
        catch (IOException)
        {
            // It ended in between.
        }

        return null;
    }

    private static double ChildrenCpu()
    {
        var usage = new long[18];
        return GetUsage(-1, usage) == 0 ? usage[0] + usage[1] / 1e6 + usage[2] + usage[3] / 1e6 : double.NaN;
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    private static extern int GetUsage(int who, long[] usage);
}
