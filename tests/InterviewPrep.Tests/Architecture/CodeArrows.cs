using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InterviewPrep.Tests.Architecture;

/// <summary>A file that uses what another file declares.</summary>
/// <param name="Name">The name that it uses.</param>
public sealed record Arrow(string From, string Name, string To)
{
    public override string ToString() => $"{From} uses {Name} of {To}";
}

/// <summary>Which file of the application uses which other: every name in the C# sources as the compiler understands it.</summary>
public sealed class CodeArrows
{
    // What the web SDK imports into every file.
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http;
        global using System.Net.Http.Json; global using System.Threading; global using System.Threading.Tasks; global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting; global using Microsoft.AspNetCore.Http; global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration; global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    private readonly CSharpCompilation compilation;

    public CodeArrows(IEnumerable<(string Path, string Text)> files)
    {
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(f => !Path.GetFileName(f).StartsWith("InterviewPrep.", StringComparison.Ordinal)).Select(f => MetadataReference.CreateFromFile(f));
        compilation = CSharpCompilation.Create("rooms", [CSharpSyntaxTree.ParseText(ImplicitUsings, options), .. files.Select(f => CSharpSyntaxTree.ParseText(f.Text, options, f.Path))],
            references, new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: true));
    }

    /// <summary>The names of the types that the sources declare, with their files.</summary>
    public ILookup<string, string> Types => compilation.SyntaxTrees.Where(t => t.FilePath.Length > 0)
        .SelectMany(t => t.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Where(d => d.Parent is BaseNamespaceDeclarationSyntax).Select(d => (d.Identifier.Text, t.FilePath)))
        .ToLookup(d => d.Text, d => d.FilePath);

    public IEnumerable<Arrow> Find() => compilation.SyntaxTrees.Where(t => t.FilePath.Length > 0).AsParallel().SelectMany(Find);

    private IEnumerable<Arrow> Find(SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        var names = tree.GetRoot().DescendantNodes(descendIntoTrivia: true).OfType<SimpleNameSyntax>();
        return [.. names.SelectMany(n => Declarations(model.GetSymbolInfo(n)).Select(file => new Arrow(tree.FilePath, n.Identifier.Text, file))).Where(a => a.To != a.From).Distinct()];
    }

    // A type belongs to the lowest room that declares a part of it; a member to the file that it stands in.
    private static IEnumerable<string> Declarations(SymbolInfo info)
    {
        var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        if (symbol is IMethodSymbol { ReducedFrom: { } extension }) symbol = extension;
        if (symbol is null or INamespaceSymbol or ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or ILabelSymbol) return [];
        var files = symbol.OriginalDefinition.DeclaringSyntaxReferences.Select(r => r.SyntaxTree.FilePath).Where(f => f.Length > 0).OrderBy(Rooms.Of).ToList();
        return symbol is INamedTypeSymbol ? files.Take(1) : files;
    }
}
