using System.Globalization;

namespace Kindred.TestEntry;

/// <summary>Entry point of every test assembly: tests run under a culture whose numbers and dates differ from the invariant one, so that a culture-dependent call shows.</summary>
internal static class TestEntry
{
    public static async Task<int> Main(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = new CultureInfo("de-DE");
        if (Environment.GetEnvironmentVariable("KINDRED_CHILD") is { Length: > 0 } child)
        {
            // A test started this program again to do one thing and perhaps be killed: the named type's RunAsync does it.
            return await (Task<int>)System.Reflection.Assembly.GetExecutingAssembly().GetType(child, throwOnError: true)!.GetMethod("RunAsync")!.Invoke(null, null)!;
        }

        return args.Any(arg => arg is "--server" or "--internal-msbuild-node")
            ? await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
    }
}
