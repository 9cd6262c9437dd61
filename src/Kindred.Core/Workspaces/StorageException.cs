using Kindred.Core.Basics;

namespace Kindred.Core.Workspaces;

/// <summary>The world failed while storing: a full disk, a folder that became unwritable, a database that is gone. Nothing half-done is visible afterwards.</summary>
public sealed class StorageException(Reason reason, Exception inner) : Exception(reason?.Message.En, inner)
{
    /// <summary>What failed, in words for people and with a code.</summary>
    public Reason Reason { get; } = reason ?? throw new ArgumentNullException(nameof(reason));
}
