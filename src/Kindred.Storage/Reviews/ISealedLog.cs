using System.Data.Common;

namespace Kindred.Storage.Reviews;

/// <summary>A log that only grows, whatever its rows are.</summary>
internal interface ISealedLog
{
    string Name { get; }

    string Table { get; }

    /// <summary>Gives rows of before their digests; does nothing where that was done.</summary>
    Task BeginAsync(DbConnection connection, DbTransaction transaction, long workspace, DateTimeOffset at, CancellationToken ct);

    /// <summary>Its newest digest; null in a workspace of before.</summary>
    Task<HeadRow?> HeadAsync(DbConnection connection, DbTransaction? transaction, long workspace, CancellationToken ct);

    /// <summary>Reads every row again; the first that does not fit, or null.</summary>
    Task<(long Rows, LogFault? Fault)> VerifyAsync(DbConnection connection, DbTransaction? transaction, long workspace, CancellationToken ct);

    /// <summary>Takes the content of rows away and writes down that it was.</summary>
    Task<int> EraseAsync(DbConnection connection, DbTransaction transaction, long workspace, IReadOnlyList<long> ids, string why, DateTimeOffset at, CancellationToken ct);
}

/// <summary>A line of "log_head", as Dapper fills it.</summary>
internal sealed class HeadRow
{
    public string Log { get; set; } = "";

    public long Sealed { get; set; }

    public long Last { get; set; }

    public string Chain { get; set; } = "";

    public string BegunAt { get; set; } = "";
}

/// <summary>What does not fit.</summary>
internal enum LogFaultKind
{
    NoHead,
    Changed,
    Removed,
    Added,
    Order,
    Tail,
}

/// <summary>The first row of a log that does not fit.</summary>
internal sealed record LogFault(string Log, long Id, LogFaultKind Kind);
