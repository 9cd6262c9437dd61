using Kindred.Core.Basics;
using Kindred.Core.Profiles;

namespace Kindred.Product;

/// <summary>Changes of a workspace's profile by people: one at a time, each on the newest version, so that nothing another wrote is lost.</summary>
public static class ProfileChanges
{
    private static readonly Lock Turn = new();

    /// <summary>Writes a statement of the team into the next version.</summary>
    /// <returns>The new version; refused as <see cref="StateClause"/>, or <c>icp.not-found</c>.</returns>
    public static Result<ProfileDocument> State(string folder, StateClauseRequest request) => Change(folder, document => StateClause.Run(document, request));

    /// <summary>Writes a signature into the version that was looked at.</summary>
    /// <returns>The version; refused as <see cref="SignProfile"/>, or <c>icp.not-found</c>.</returns>
    public static Result<ProfileDocument> Sign(string folder, int version, string role, string by, DateOnly on) => Change(folder, document => SignProfile.Run(document, version, role, by, on));

    private static Result<ProfileDocument> Change(string folder, Func<ProfileDocument, Result<ProfileDocument>> change)
    {
        lock (Turn)
        {
            var changed = ProfileFolder.Read(folder).Then(change);
            if (changed.TryGet(out var document, out _))
            {
                ProfileFolder.Write(folder, document);
            }

            return changed;
        }
    }
}
