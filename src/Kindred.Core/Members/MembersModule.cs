namespace Kindred.Core.Members;

/// <summary>People of the site and their rights: what there is to call.</summary>
/// <remarks>One for the whole process: it bounds how many passwords are hashed at a time.</remarks>
public sealed class MembersModule
{
    /// <summary>Over a store.</summary>
    /// <param name="store">Where everything is kept.</param>
    /// <param name="clock">Clock.</param>
    /// <param name="randomness">Where tokens, salts and names come from; the operating system's generator outside tests.</param>
    /// <param name="options">Times and bounds; null for the defaults.</param>
    public MembersModule(IMemberStore store, TimeProvider clock, Randomness randomness, MemberOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(randomness);
        Store = store;
        Clock = clock;
        Randomness = randomness;
        Options = options ?? new MemberOptions();
        Hasher = new PasswordHasher(Options.PasswordIterations, randomness);
        Gate = new PasswordGate(this);
        Sessions = new SessionDesk(this);
    }

    /// <summary>Times and bounds in force.</summary>
    public MemberOptions Options { get; }

    /// <summary>Hashes passwords.</summary>
    public PasswordHasher Hasher { get; }

    /// <summary>Adds a workspace.</summary>
    public AddWorkspace AddWorkspace => new(this);

    /// <summary>Gives a workspace another name.</summary>
    public RenameWorkspace RenameWorkspace => new(this);

    /// <summary>Changes one's own name and language.</summary>
    public ChangeMember ChangeMember => new(this);

    /// <summary>Makes a link from the terminal.</summary>
    public MakeOpenLink MakeOpenLink => new(this);

    /// <summary>Lets a visitor in by a link from the terminal.</summary>
    public UseOpenLink UseOpenLink => new(this);

    /// <summary>Creates the first owner.</summary>
    public CreateOwner CreateOwner => new(this);

    /// <summary>Signs a member in.</summary>
    public SignIn SignIn => new(this);

    /// <summary>Ends one's own session.</summary>
    public SignOut SignOut => new(this);

    /// <summary>Says who asks, by the token of a request.</summary>
    public FindCaller FindCaller => new(this);

    /// <summary>Lists and ends one's own sessions.</summary>
    public RevokeSessions RevokeSessions => new(this);

    /// <summary>Changes one's own password.</summary>
    public ChangePassword ChangePassword => new(this);

    /// <summary>Begins the second step.</summary>
    public SetUpTotp SetUpTotp => new(this);

    /// <summary>Switches the second step on.</summary>
    public ConfirmTotp ConfirmTotp => new(this);

    /// <summary>Switches the second step off.</summary>
    public RemoveTotp RemoveTotp => new(this);

    /// <summary>Lists the people of a workspace.</summary>
    public ListPeople ListPeople => new(this);

    /// <summary>Makes, lists and takes back invitations.</summary>
    public Invite Invite => new(this);

    /// <summary>Accepts an invitation.</summary>
    public AcceptInvitation AcceptInvitation => new(this);

    /// <summary>Changes a member's role.</summary>
    public ChangeRole ChangeRole => new(this);

    /// <summary>Removes a member from a workspace.</summary>
    public RemoveMember RemoveMember => new(this);

    /// <summary>Makes a link to choose a new password.</summary>
    public MakeResetLink MakeResetLink => new(this);

    /// <summary>Chooses a new password by a link.</summary>
    public UseResetLink UseResetLink => new(this);

    /// <summary>Adds to the audit trail and shows it.</summary>
    public Audit Audit => new(this);

    internal IMemberStore Store { get; }

    internal TimeProvider Clock { get; }

    internal Randomness Randomness { get; }

    internal PasswordGate Gate { get; }

    internal SessionDesk Sessions { get; }

    internal DateTimeOffset Now => Clock.GetUtcNow();
}
