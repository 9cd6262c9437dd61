namespace Kindred.Core.Members;

/// <summary>Codes of what this module writes into the audit trail. Other parts of the product add their own, <c>thing.done</c>.</summary>
public static class AuditActions
{
    /// <summary>A link from the terminal was made.</summary>
    public const string OpenLinkMade = "open-link.made";

    /// <summary>A link from the terminal was used.</summary>
    public const string OpenLinkUsed = "open-link.used";

    /// <summary>The first owner was created.</summary>
    public const string OwnerCreated = "owner.created";

    /// <summary>A workspace was added.</summary>
    public const string WorkspaceAdded = "workspace.added";

    /// <summary>A workspace got another name.</summary>
    public const string WorkspaceRenamed = "workspace.renamed";

    /// <summary>Settings of a workspace were changed.</summary>
    public const string SettingsChanged = "settings.changed";

    /// <summary>Rows of undone imports were deleted for good.</summary>
    public const string ImportsPurged = "imports.purged";

    /// <summary>A member changed their own name or language.</summary>
    public const string MemberChanged = "member.changed";

    /// <summary>A member signed in.</summary>
    public const string SignedIn = "member.signed-in";

    /// <summary>A sign-in failed.</summary>
    public const string SignInFailed = "member.sign-in-failed";

    /// <summary>A member signed out.</summary>
    public const string SignedOut = "member.signed-out";

    /// <summary>A session was ended from another.</summary>
    public const string SessionRevoked = "session.revoked";

    /// <summary>A member chose a new password.</summary>
    public const string PasswordChanged = "password.changed";

    /// <summary>A current password was given wrongly.</summary>
    public const string PasswordFailed = "password.failed";

    /// <summary>A key for the second step was made.</summary>
    public const string TotpBegun = "totp.begun";

    /// <summary>The second step was switched on.</summary>
    public const string TotpOn = "totp.on";

    /// <summary>The second step was switched off.</summary>
    public const string TotpOff = "totp.off";

    /// <summary>A recovery code was used up.</summary>
    public const string RecoveryCodeUsed = "totp.recovery-code-used";

    /// <summary>Somebody was invited.</summary>
    public const string Invited = "member.invited";

    /// <summary>An invitation was taken back.</summary>
    public const string InvitationRevoked = "invitation.revoked";

    /// <summary>An invitation was accepted.</summary>
    public const string InvitationAccepted = "invitation.accepted";

    /// <summary>A role was changed.</summary>
    public const string RoleChanged = "member.role-changed";

    /// <summary>A member was removed from a workspace.</summary>
    public const string MemberRemoved = "member.removed";

    /// <summary>A link to choose a new password was made.</summary>
    public const string ResetLinkMade = "reset-link.made";

    /// <summary>A password was chosen anew by a link.</summary>
    public const string ResetLinkUsed = "reset-link.used";

    /// <summary>A document was uploaded.</summary>
    public const string DocumentAdded = "document.added";

    /// <summary>A document got a new version, title or tags.</summary>
    public const string DocumentChanged = "document.changed";

    /// <summary>A document was removed and its links closed.</summary>
    public const string DocumentRemoved = "document.removed";

    /// <summary>Links to a document were made.</summary>
    public const string LinksMade = "links.made";

    /// <summary>A link was changed.</summary>
    public const string LinkChanged = "link.changed";

    /// <summary>A link was closed.</summary>
    public const string LinkClosed = "link.closed";

    /// <summary>Deleted what was kept about a reader; how many sessions, never who.</summary>
    public const string ReaderForgotten = "reader.forgotten";

    /// <summary>Address, notice or mail of sharing was changed.</summary>
    public const string SharingChanged = "sharing.changed";
}
