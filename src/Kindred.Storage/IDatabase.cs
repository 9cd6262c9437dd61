using System.Data.Common;

namespace Kindred.Storage;

/// <summary>Writes and reads within one database: one writing connection, one transaction at a time, readers beside it.</summary>
internal interface IDatabase
{
    Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken ct);

    Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken ct);
}
