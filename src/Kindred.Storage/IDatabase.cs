using System.Data.Common;

namespace Kindred.Storage;

/// <summary>Writes and reads within one database: one writing connection, one transaction at a time, readers beside it.</summary>
internal interface IDatabase
{
    /// <summary>Writes in one transaction, all or nothing.</summary>
    Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken ct);

    /// <summary>Reads one state of the database, however many questions are asked; blocks no writer.</summary>
    Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken ct);
}
