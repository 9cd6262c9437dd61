using System.Diagnostics;
using System.Globalization;
using Kindred.Core.Workspaces;
using Kindred.Files;
using Kindred.Storage;

namespace Kindred.Host.Tests.Storage;

/// <summary>This test program as a child process that does nothing but import a file, so that it can be killed.</summary>
internal static class ImportChild
{
    private const string Variable = "KINDRED_IMPORT_CHILD";

    /// <summary>Starts the child. It prints "importing" when it owns the workspace and "done" when the import is published.</summary>
    public static Process Start(string workspace, string file, int rowsPerBatch)
    {
        var host = Environment.ProcessPath!;
        var program = typeof(ImportChild).Assembly.Location;
        var start = Path.GetFileNameWithoutExtension(host) == "dotnet" ? new ProcessStartInfo(host, [program]) : new ProcessStartInfo(host);
        start.RedirectStandardOutput = true;
        start.Environment[Variable] = string.Join('\n', workspace, file, rowsPerBatch.ToString(CultureInfo.InvariantCulture));
        start.Environment["KINDRED_CHILD"] = typeof(ImportChild).FullName;
        return Process.Start(start)!;
    }

    /// <summary>What the child does (called by the test program's entry).</summary>
    public static async Task<int> RunAsync()
    {
        var parts = Environment.GetEnvironmentVariable(Variable)!.Split('\n');
        await ImportAsync(parts[0], parts[1], int.Parse(parts[2], CultureInfo.InvariantCulture));
        return 0;
    }

    private static async Task ImportAsync(string folder, string file, int rowsPerBatch)
    {
        using var workspace = folder.StartsWith("Host=", StringComparison.Ordinal)
            ? (await Workspace.OpenPostgresAsync(folder, "test", TimeProvider.System, CancellationToken.None)).Value
            : (await Workspace.OpenAsync(folder, TimeProvider.System, CancellationToken.None)).Value;
        Console.WriteLine("importing");
        var stream = TableFiles.Open(file).Value[0];
        await new ImportTable(workspace.Imports).RunAsync(new ImportRequest(stream.AsImport(), after => stream.Batches(rowsPerBatch, after)), CancellationToken.None);
        Console.WriteLine("done");
    }
}
