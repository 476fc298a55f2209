using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InterviewPrep.Web.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Paper : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ScannedAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    QuestionId = table.Column<int>(type: "integer", nullable: false),
                    QuestionRevisionId = table.Column<int>(type: "integer", nullable: false),
                    Attempt = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScannedAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScannedAnswers_QuestionRevisions_QuestionRevisionId",
                        column: x => x.QuestionRevisionId,
                        principalTable: "QuestionRevisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ScannedAnswers_Questions_QuestionId",
                        column: x => x.QuestionId,
                        principalTable: "Questions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SheetKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Secret = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SheetKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ScanPages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UploadedById = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Code = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Width = table.Column<int>(type: "integer", nullable: false),
                    Height = table.Column<int>(type: "integer", nullable: false),
                    Bytes = table.Column<int>(type: "integer", nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AnswerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    OfPages = table.Column<int>(type: "integer", nullable: false),
                    FiledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReplacedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScanPages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScanPages_ScannedAnswers_AnswerId",
                        column: x => x.AnswerId,
                        principalTable: "ScannedAnswers",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_ScanPages_AnswerId",
                table: "ScanPages",
                column: "AnswerId");

            migrationBuilder.CreateIndex(
                name: "IX_ScanPages_UploadedById_Hash",
                table: "ScanPages",
                columns: new[] { "UploadedById", "Hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScannedAnswers_OwnerId_QuestionRevisionId_Attempt",
                table: "ScannedAnswers",
                columns: new[] { "OwnerId", "QuestionRevisionId", "Attempt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScannedAnswers_QuestionId",
                table: "ScannedAnswers",
                column: "QuestionId");

            migrationBuilder.CreateIndex(
                name: "IX_ScannedAnswers_QuestionRevisionId",
                table: "ScannedAnswers",
                column: "QuestionRevisionId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ScanPages");

            migrationBuilder.DropTable(
                name: "SheetKeys");

            migrationBuilder.DropTable(
                name: "ScannedAnswers");
        }
    }
}
