import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { DepartmentView } from '#libs/contracts';
import { DepartmentsService } from '#libs/dialogue';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { DepartmentBody, DepartmentChangeBody, DepartmentsQuery } from './departments.dto.js';

/** The register of specialist departments. */
@Controller('api/departments')
@Requires('dialogue.manage')
export class DepartmentsController {
  constructor(private readonly departments: DepartmentsService) {}

  /** By name; who answers for a department is seen by the organiser alone. */
  @Get()
  @Requires('dialogue.read')
  @Returns('DepartmentView', { list: true })
  list(@By() actor: Actor, @Query() query: DepartmentsQuery): Promise<DepartmentView[]> {
    return this.departments.list(actor, query);
  }

  @Post()
  @Returns('DepartmentView', { status: 201 })
  create(@By() actor: Actor, @Body() body: DepartmentBody): Promise<DepartmentView> {
    return this.departments.create(actor, body);
  }

  @Patch(':id')
  @Returns('DepartmentView')
  change(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: DepartmentChangeBody,
  ): Promise<DepartmentView> {
    return this.departments.change(actor, id, body, version);
  }

  /** Into the archive: what it was part of keeps it. */
  @Delete(':id')
  @HttpCode(204)
  archive(@By() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.departments.archive(actor, id);
  }
}
