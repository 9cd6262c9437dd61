using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>What a member wants to be called, and in which language.</summary>
/// <param name="Name">What others read, 1–100 characters.</param>
/// <param name="Language">Language of their pages.</param>
public sealed record ChangeMemberRequest(string Name, Language Language);

/// <summary>Changes one's own name and language. What one wrote before keeps the name of then.</summary>
public sealed class ChangeMember(MembersModule members)
{
    /// <summary>Carries the request out.</summary>
    /// <returns>The member as now; refused: <c>members.members-only</c>, <c>members.name-invalid</c>.</returns>
    public Task<Result<Member>> RunAsync(ChangeMemberRequest request, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(caller);
        return members.Store.WriteAsync(async writer =>
        {
            if (caller.Member is null || await writer.MemberAsync(caller.Member.Id).ConfigureAwait(false) is not { } member)
            {
                return Result.Refused<Member>(MemberChecks.MembersOnly);
            }

            if (NameChecks.Check(request.Name) is { } invalid)
            {
                return Result.Refused<Member>(invalid);
            }

            var changed = member with { Name = request.Name.Trim(), Language = request.Language };
            if (changed != member)
            {
                await writer.SaveAsync(changed).ConfigureAwait(false);
                await writer.AddAsync(AuditEntry.By(member, members.Now, null, AuditActions.MemberChanged, member.Email.Text, changed.Name)).ConfigureAwait(false);
            }

            return Result.Accepted(changed);
        }, ct);
    }
}
