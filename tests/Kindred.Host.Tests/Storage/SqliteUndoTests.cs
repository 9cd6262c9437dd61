using Kindred.Storage;

namespace Kindred.Host.Tests.Storage;

public sealed class SqliteUndoTests : UndoContract
{
    protected override async Task<Workspace> OpenAsync(string name) => (await Workspace.OpenAsync(Path.Combine(Folder, name), TimeProvider.System, Ct)).Value;
}
