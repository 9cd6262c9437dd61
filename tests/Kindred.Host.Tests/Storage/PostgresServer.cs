using System.Diagnostics;
using Xunit;

namespace Kindred.Host.Tests.Storage;

/// <summary>A PostgreSQL server of our own for the tests, on a socket in a temporary folder; skipped with the reason where there is none.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private string? _folder;
    private string? _reason;

    /// <summary>Connection string of a fresh database, or skips the test.</summary>
    public async Task<string> FreshAsync()
    {
        Assert.SkipUnless(_folder is not null && _reason is null, _reason ?? "no PostgreSQL");
        var name = "t" + Guid.NewGuid().ToString("N");
        await using var connection = new Npgsql.NpgsqlConnection($"Host={_folder};Username=postgres;Database=postgres;Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name}";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return $"Host={_folder};Username=postgres;Database={name};Pooling=false";
    }

    public async ValueTask InitializeAsync()
    {
        if (!Exists("initdb") || !Exists("pg_ctl"))
        {
            _reason = "PostgreSQL's initdb and pg_ctl are not on the path (Debian: apt-get install postgresql)";
            return;
        }

        _folder = Directory.CreateTempSubdirectory("kindred-pg-").FullName;
        if (IsRoot)
        {
            await RunAsync("chown", "postgres", _folder);
        }

        var data = Path.Combine(_folder, "data");
        _reason = await AsPostgresAsync("initdb", "-D", data, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-U", "postgres")
            ?? await AsPostgresAsync("pg_ctl", "-D", data, "-w", "-l", Path.Combine(_folder, "log"), "-o", $"-c listen_addresses='' -c unix_socket_directories={_folder} -c fsync=off", "start");
    }

    public async ValueTask DisposeAsync()
    {
        if (_folder is null)
        {
            return;
        }

        if (_reason is null)
        {
            await AsPostgresAsync("pg_ctl", "-D", Path.Combine(_folder, "data"), "-m", "immediate", "-w", "stop");
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static bool IsRoot => Environment.UserName == "root";

    private static bool Exists(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    private static Task<string?> AsPostgresAsync(string program, params string[] arguments) =>
        IsRoot ? RunAsync("runuser", ["-u", "postgres", "--", program, .. arguments]) : RunAsync(program, arguments);

    /// <summary>Null when the program ended well, else what it said.</summary>
    private static async Task<string?> RunAsync(string program, params string[] arguments)
    {
        // The server inherits what it is given: without pipes of its own it would keep ours open for ever.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null", program, .. arguments]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? null : $"{program} ended with {process.ExitCode}";
    }
}
