using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>A member of a workspace, as the list of people shows them.</summary>
/// <param name="Member">Who.</param>
/// <param name="Role">As what.</param>
/// <param name="HasTotp">The second step is on.</param>
/// <param name="SeenAt">When they were last here; null without an open session.</param>
public sealed record Person(Member Member, Role Role, bool HasTotp, DateTimeOffset? SeenAt);

/// <summary>Lists who belongs to a workspace, and what was done there.</summary>
public sealed class ListPeople(MembersModule members)
{
    /// <summary>The people of a workspace, for whoever manages them.</summary>
    public Task<Result<IReadOnlyList<Person>>> RunAsync(WorkspaceId workspace, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return members.Store.ReadAsync(async reader =>
        {
            if (!(await PeopleGate.CheckAsync(reader, caller, workspace, Permission.ManagePeople).ConfigureAwait(false)).TryGet(out _, out var reasons))
            {
                return Result.Refused<IReadOnlyList<Person>>(reasons);
            }

            List<Person> people = [];
            foreach (var (member, role) in await reader.PeopleAsync(workspace).ConfigureAwait(false))
            {
                var credential = await reader.CredentialAsync(member.Id).ConfigureAwait(false);
                var sessions = await reader.SessionsAsync(member.Id).ConfigureAwait(false);
                people.Add(new Person(member, role, credential?.Totp is { IsConfirmed: true }, sessions.Count == 0 ? null : sessions[0].SeenAt));
            }

            return Result.Accepted<IReadOnlyList<Person>>(people);
        }, ct);
    }
}
