using Kindred.Core.Members;

namespace Kindred.Storage.Members;

/// <summary>People and what belongs to them, one text for both databases.</summary>
internal sealed class MemberStore(string subject, IDatabase database) : IMemberStore
{
    public Task<T> ReadAsync<T>(Func<IMemberReader, Task<T>> work, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        return StorageChecks.GuardedAsync(subject, () => database.ReadAsync(connection => work(new MemberReader(connection, null, ct)), ct));
    }

    public Task<T> WriteAsync<T>(Func<IMemberWriter, Task<T>> work, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        return StorageChecks.GuardedAsync(subject, () => database.WriteAsync((connection, transaction) => work(new MemberWriter(connection, transaction, ct)), ct));
    }
}
