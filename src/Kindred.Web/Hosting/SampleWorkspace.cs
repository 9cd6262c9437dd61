using Kindred.Core.Members;
using Kindred.Product;

namespace Kindred.Web.Hosting;

/// <summary>The invented company, which ./run makes before the server starts: known to the site as soon as its folder is there.</summary>
internal static class SampleWorkspace
{
    public const string Folder = "sample";

    public static async Task RegisterAsync(string data, MembersModule members, CancellationToken ct)
    {
        if (InventedMark.IsOn(Path.Combine(data, Folder)))
        {
            await members.AddWorkspace.RunAsync(new AddWorkspaceRequest("매듭 (가상)", IsInvented: true, Folder), Caller.Terminal, ct);
        }
    }
}
