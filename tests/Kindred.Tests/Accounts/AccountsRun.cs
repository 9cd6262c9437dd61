using Kindred.Core.Accounts;

namespace Kindred.Tests.Accounts;

/// <summary>Recognise and assemble in one step.</summary>
internal static class AccountsRun
{
    public static AccountFacts Facts(params SourceTable[] tables) => Facts(new AssemblyOptions(), tables);

    public static AccountFacts Facts(AssemblyOptions options, params SourceTable[] tables) =>
        AccountsModule.Assemble(tables, AccountsModule.Recognise(tables).Value, options).Value;

    public static Mapping Mapping(params SourceTable[] tables) => AccountsModule.Recognise(tables).Value;
}
